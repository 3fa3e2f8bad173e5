import { expect, test } from 'vitest'
import { dayRows } from '#domain/dispatch/programme/dayRows.ts'
import { instantOf, timeOf } from '#domain/dispatch/programme/localDay.ts'

const at = (time: string) => instantOf('2026-12-01', time)

test('a day from top to bottom: frames with items and what is free of them, what is outside between', () => {
  const sections = dayRows({
    frames: [
      { start: at('05:30'), end: at('07:00') },
      { start: at('16:30'), end: at('18:00') },
    ],
    items: [
      { id: 'b', startsAt: at('12:00'), seconds: 60 },
      { id: 'a', startsAt: at('06:00'), seconds: 90 },
    ],
    now: at('05:40'),
  })
  const said = sections.map(({ frame, rows }) => [
    frame ? timeOf(frame.start) : 'outside',
    ...rows.map((row) =>
      row.what === 'item' ? row.id : `${timeOf(row.start)}-${timeOf(row.end)}`,
    ),
  ])
  expect(said).toEqual([
    ['05:30', '05:41-06:00', 'a', '06:02-07:00'],
    ['outside', 'b'],
    ['16:30', '16:30-18:00'],
  ])
})
