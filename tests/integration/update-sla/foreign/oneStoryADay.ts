import { label } from '#kit/label.ts'
import type { UpdateSlaOptions } from '#plugins/update-sla/index.ts'

/** A newspaper that owes its readers one story a day: everything update-sla has to be told. */
export const oneStoryADay: UpdateSlaOptions = {
  obligations: [
    {
      kind: 'window',
      code: 'dailyStory',
      clause: 'Charter 1',
      label: label('Mỗi ngày một bài', 'A story a day'),
      owes: 'paper',
      from: '06:00',
      to: '22:00',
      days: 'all',
      ladder: [
        { code: 'closing', when: { minutes: -120 }, to: ['editor'], severity: 'warning' },
        { code: 'due', when: { minutes: 0 }, to: ['editor', 'ops'], severity: 'breach' },
      ],
    },
  ],
  ownersSql: `select 'site:common' as owner, array['paper'] as groups, 'Tờ báo' as name_vi, 'The paper' as name_en,
    'common' as log, null::integer as calendar_unit, null as parent, true as is_active`,
  recipientsSql: `select null as owner, 'ops' as audience, j.email, j.byline as name, 'en' as language, j.id as person
    from public.journalists j`,
  sources: [],
  acts: [],
  rights: {
    seesAll: ({ user }) => Boolean(user),
    runs: ({ user }) => Boolean(user),
    ownersOf: () => Promise.resolve([]),
  },
  calendar: {
    zone: 'Europe/Paris',
    restDays: [6, 7],
    officeHours: [{ from: '09:00', to: '18:00' }],
    knownDays: [
      { date: '2026-01-01', kind: 'off' },
      { date: '2027-12-25', kind: 'off' },
    ],
  },
}
