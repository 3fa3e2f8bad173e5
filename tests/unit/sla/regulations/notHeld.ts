const running = 'whether the system runs is what /healthz, /readyz and the server’s own watch tell'
const atOnce = '“at once” without a measure: a clock of no time is late before anybody can act'
const passwords =
  'a rule of accounts, not a time owed to anybody: to be kept by the sign-in, which does not know it yet'
const otherBody = 'owed by a body that has no account here'
const copies = 'a property of the storage of copies, not of time'
const staff = 'staffing and equipment of a unit'
const form = 'the form of a bulletin, which its form hints at and dispatch may check'
const dispatch = 'dispatch sends an emergency ahead of everything; nothing is owed by a time'

/** Rows that no obligation holds, with the reason. */
export const notHeld: Readonly<Record<string, string>> = {
  'S-7.1/day': running,
  'S-7.1/week': running,
  'S-8.1/day': running,
  'S-8.1/week': running,
  'P-7.6/day': running,
  'P-23.3/day': running,
  'P-23.3/week': running,
  'H-7.1.1/day': running,
  'S-8.3.1/copies': copies,
  'S-8.3.1/media': copies,
  'S-8.3.1/offline': copies,
  'S-9.2.2/first': passwords,
  'S-9.2.4/age': passwords,
  'C-9.1đ.2/age': passwords,
  'E-9.2.1/first': passwords,
  'E-9.2.2/len': 'ten characters in the ethnic-affairs data system, which is another system',
  'E-9.2.3/age': passwords,
  'H-9.2.2/first': passwords,
  'E-10.2.1/accounts': passwords,
  'E-10.2.3/officers': staff,
  'C-9.3a/pc': staff,
  'C-19.1/layers': staff,
  'C-7.2/wifi': 'the wireless network of an agency',
  'C-8.1c.2/lock': 'the screens of servers',
  'C-8.1d/default': 'done once when software is put into use; there is no default account here',
  'C-14.4/levels': 'a scale, not a time; incidents are handled outside',
  'P-8.1/level': 'a level of security that the system’s approved file states',
  'P-4.3c/criteria': 'a survey of users',
  'P-7.2/plan-5': 'every five years: reports here are yearly',
  'P-13.1a/update': `${atOnce}; what can be measured of it are the windows (P-13.2)`,
  'C-14.6/escalate': atOnce,
  'C-23.1c/notify': atOnce,
  'C-23.2d/report': atOnce,
  'E-7.2/lock': atOnce,
  'E-8.5.2/emergency': atOnce,
  'E-9.7.2/emergency': atOnce,
  'E-12.3/report': atOnce,
  'E-12.2/restore': atOnce,
  'E-13.4.2/emergency': atOnce,
  'H-17.7/notify': atOnce,
  'S-12.1/play': dispatch,
  'H-12.1.1/play': dispatch,
  'H-12.1.2/override': dispatch,
  'S-17.2/measures': `${otherBody}: the City Police`,
  'H-16.1/measures': `${otherBody}: the City Police`,
  'P-32/score': `${otherBody}: the Department of Home Affairs; the figures are exported`,
  'H-16.4.2/length': form,
  'H-16.5.2/words': form,
  'H-16.5.2/audio': form,
}
