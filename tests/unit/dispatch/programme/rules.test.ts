import { expect, test } from 'vitest'
import { decideBy } from '#domain/dispatch/programme/decideBy.ts'
import { estimateSeconds } from '#domain/dispatch/programme/estimateSeconds.ts'
import { judgeAiring } from '#domain/dispatch/programme/judgeAiring.ts'
import { dayOf, instantOf, isDay, timeOf, weekdayOf } from '#domain/dispatch/programme/localDay.ts'
import { ruleAt } from '#domain/dispatch/programme/programmeRules.ts'
import { faultOf, framesOnDay, versionOn } from '#domain/dispatch/programme/timeFrames.ts'
import { timesOf } from '#domain/dispatch/programme/timesOf.ts'
import { haiphongProgramme } from '../../../../config/profiles/programme/haiphong.ts'
import { hanoiProgramme } from '../../../../config/profiles/programme/hanoi.ts'

const at = (text: string) => new Date(`${text}+07:00`)

test('the commune’s user decides in Hà Nội (S-12.2, S-12.3), the Chair in Hải Phòng (H-12.2, H-12.3)', () => {
  const now = at('2026-12-01T08:00:00')
  expect(ruleAt(hanoiProgramme.collisionDecider, now)).toMatchObject({
    decider: 'communeUser',
    clause: 'S-12.2',
  })
  expect(ruleAt(hanoiProgramme.normalDecider, now)).toMatchObject({
    decider: 'communeUser',
    clause: 'S-12.3',
  })
  expect(ruleAt(haiphongProgramme.collisionDecider, now)).toMatchObject({
    decider: 'communeChair',
    clause: 'H-12.2',
  })
  expect(ruleAt(haiphongProgramme.normalDecider, now)).toMatchObject({
    decider: 'communeChair',
    clause: 'H-12.3',
  })
  expect(ruleAt(haiphongProgramme.cityOverride, now)?.clause).toBe('H-12.1.2')
  expect(hanoiProgramme.cityOverride).toEqual([])
})

test('time frames of a day: public holidays too, the newest version whose day has come', () => {
  const frames = [
    { days: [1, 2, 3, 4, 5], from: '05:30', to: '06:00' },
    { days: [1, 2, 3, 4, 5], from: '06:00', to: '07:00' },
    { days: [6, 7], from: '06:00', to: '24:00' },
  ]
  // 02/09/2026, National Day, a Wednesday.
  expect(framesOnDay(frames, '2026-09-02')).toEqual([
    { start: instantOf('2026-09-02', '05:30'), end: instantOf('2026-09-02', '07:00') },
  ])
  expect(framesOnDay(frames, '2026-12-06').map(({ end }) => dayOf(end))).toEqual(['2026-12-07'])
  const version = (validFrom: string) => ({ medium: 'radio' as const, frames, validFrom })
  const versions = [version('2026-01-01'), version('2026-12-01'), version('2026-06-01')]
  expect(versionOn(versions, '2026-11-30')?.validFrom).toBe('2026-06-01')
  expect(versionOn(versions, '2026-12-01')?.validFrom).toBe('2026-12-01')
  expect(versionOn(versions, '2025-12-31')).toBeUndefined()
})

test('frames that cannot be are refused with what is wrong', () => {
  const frame = { days: [1], from: '05:00', to: '06:00' }
  expect(faultOf([frame])).toBeUndefined()
  expect(faultOf([{ ...frame, days: [] }])).toBe('no_days')
  expect(faultOf([{ ...frame, from: '5:00' }])).toBe('bad_time')
  expect(faultOf([{ ...frame, to: '05:00' }])).toBe('empty_frame')
  expect(faultOf([frame, { days: [1, 2], from: '05:59', to: '07:00' }])).toBe('frames_overlap')
})

test('a clash is decided an hour before the air time; with less time left, halfway to it', () => {
  const startsAt = at('2026-12-01T17:00:00')
  const by = (now: string) => decideBy({ now: at(now), startsAt, leadMinutes: 60 })
  expect(by('2026-12-01T08:00:00')).toEqual(at('2026-12-01T16:00:00'))
  expect(by('2026-12-01T16:30:00')).toEqual(at('2026-12-01T16:45:00'))
  expect(by('2026-12-01T17:00:00')).toEqual(startsAt)
})

test('a series: weekdays in a range, times of the day, repeats', () => {
  const starts = timesOf(
    { from: '2026-12-01', to: '2026-12-07', days: [2, 4], times: ['06:00', '17:00'] },
    90,
    { count: 2, everyMinutes: 30 },
  )
  expect(starts.map((one) => `${weekdayOf(dayOf(one))} ${timeOf(one)}`)).toEqual([
    '2 06:00',
    '2 06:30',
    '2 17:00',
    '2 17:30',
    '4 06:00',
    '4 06:30',
    '4 17:00',
    '4 17:30',
  ])
  expect(timesOf({ at: '2026-12-01T06:00:00+07:00' }, 90, { count: 3 }).map(timeOf)).toEqual([
    '06:00',
    '06:02',
    '06:04',
  ])
})

test('500 words take about three minutes to read (H-16.5.2)', () => {
  expect(estimateSeconds(Array.from({ length: 500 }, () => 'lời').join(' '))).toBeGreaterThan(170)
  expect(estimateSeconds(Array.from({ length: 500 }, () => 'lời').join(' '))).toBeLessThan(200)
})

test('what became of an airing: aired, cut, not confirmed, missed, or still awaited', () => {
  const played = { state: 'played', isHeard: true, isInterrupted: false }
  const queued = { state: 'queued', isHeard: false, isInterrupted: false }
  const handed = { state: 'accepted', isHeard: false, isInterrupted: false }
  const cut = { state: 'playing', isHeard: true, isInterrupted: true }
  const judge = (devices: (typeof played)[], isCut = false, isOver = true) =>
    judgeAiring({ devices, isCut, isOver })
  expect(judge([queued, played], true, false)).toBe('aired')
  expect(judge([cut], false, false)).toBe('wait')
  expect(judge([cut])).toBe('interrupted')
  expect(judge([queued], true)).toBe('interrupted')
  expect(judge([queued, handed])).toBe('unconfirmed')
  expect(judge([queued])).toBe('missed')
  expect(judge([])).toBe('missed')
})

test('a series to the end of time ends, and is no day that can be meant', () => {
  const endless = { from: '9999-12-01', to: '9999-12-31', days: [1], times: ['06:00'] }
  expect(timesOf(endless, 60).length).toBeLessThan(10)
  expect(isDay('9999-12-31')).toBe(false)
  expect(isDay('2027-02-28')).toBe(true)
  expect(isDay('2027-02-29')).toBe(false)
})
