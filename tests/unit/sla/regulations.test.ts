import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { haiphong } from '#config/profiles/haiphong.ts'
import { hanoi } from '#config/profiles/hanoi.ts'
import { workingCalendar as calendar } from '#config/workingCalendar.ts'
import { dateDueAt } from '#domain/calendar/dateDueAt.ts'
import { dueAt } from '#domain/calendar/dueAt.ts'
import { inForce } from '#domain/sla/inForce.ts'
import type { Obligation, ObligationOf } from '#domain/sla/obligation.ts'
import { windowsOnDay } from '#domain/sla/windowsOnDay.ts'
import { fixedDueAt } from '#plugins/update-sla/clocks/fixedDueAt.ts'
import { contentRows } from './regulations/contentRows.ts'
import { countOf } from './regulations/countOf.ts'
import { notHeld } from './regulations/notHeld.ts'
import { operationRows } from './regulations/operationRows.ts'
import { countRows, periodRows } from './regulations/periodRows.ts'
import { questionRows } from './regulations/questionRows.ts'
import type { Row } from './regulations/row.ts'
import { windowRows } from './regulations/windowRows.ts'

const rows = [
  ...contentRows,
  ...questionRows,
  ...windowRows,
  ...operationRows,
  ...periodRows,
  ...countRows,
]
const profiles = { hanoi, haiphong }

afterAll(() => {
  const without = Object.entries(notHeld).map(([id, reason]) => `  ${id}: ${reason}`)
  process.stdout.write(
    [
      `Held (${rows.length}): ${rows.map(({ id }) => id).join(', ')}`,
      `Not held (${without.length}):`,
      ...without,
      '',
    ].join('\n'),
  )
})

describe.each(rows.map((row) => [row.id, row] as const))('%s', (_id, row) => {
  if ('deadline' in row) {
    test.each(row.cases)('from $at until $due: $why', ({ at, due }) => {
      const terms = obligationOf(row, row.deadline, 'deadline')
      const found = dueAt(calendar, instant(at), terms.duration, terms.counting)
      expect(moment(found)).toBe(due)
    })
  } else if ('report' in row) {
    test.each(row.cases)('of $year until $due', ({ year, due }) => {
      const terms = obligationOf(row, row.report, 'report')
      expect(terms.owes).toEqual(row.owes)
      expect(moment(dateDueAt(calendar, `${year}-${terms.dueOn}`, terms))).toBe(due)
    })
  } else if ('quota' in row) {
    test.each(row.cases)('of $month until $ends', ({ month, ends }) => {
      const quota = obligationOf(row, row.quota, 'quota')
      expect(quota).toMatchObject({ atLeast: row.atLeast, per: 'month', trigger: 'bulletins' })
      const due = fixedDueAt({ obligation: { ...quota, version: 1 }, docId: month, calendar })
      expect(due && moment(due)).toBe(ends)
    })
  } else if ('windows' in row) {
    test.each(row.cases)('on $day ($why): $open', ({ day, open }) => {
      const { isWorkingDay } = calendar
      const windows = profileOf(row)
        .obligations.filter((one) => one.kind === 'window')
        .filter((one) => one.owes === row.windows)
      const found = windowsOnDay({ windows, day, zone: calendar.zone, isWorkingDay })
      expect(found.map((one) => `${clock(one.startsAt)}–${clock(one.endsAt)}`)).toEqual(open)
      expect(found.every((one) => calendar.dayOf(one.startsAt) === day)).toBe(true)
    })
  } else if ('count' in row) {
    test(`${row.of}: ${row.count}`, () => {
      expect(countOf[row.of](profileOf(row))).toBe(row.count)
    })
  } else {
    test(`from ${row.inForceFrom} on`, () => {
      const codes = (day: string) =>
        inForce(profileOf(row).obligations, day).map(({ code }) => code)
      expect(codes(row.inForceFrom)).toEqual(expect.arrayContaining([...row.obligations]))
      for (const code of row.obligations)
        expect(codes(dayBefore(row.inForceFrom))).not.toContain(code)
    })
  }
})

const catalogue = path.resolve('../shared/requirements.md')

test.runIf(existsSync(catalogue))('no row of the catalogue’s table of numbers is forgotten', () => {
  const text = readFileSync(catalogue, 'utf8')
  const table = text.slice(text.indexOf('## 7. '), text.indexOf('**Outgoing numbers'))
  const ids = [...table.matchAll(/^\| ([A-Z]-[^ |]+\/[^ |]+) \|/gm)].map((one) => one[1])
  expect(ids.length).toBeGreaterThan(100)
  const told = [...rows.map(({ id }) => id), ...Object.keys(notHeld)]
  expect(new Set(told)).toEqual(new Set(ids))
  expect(told).toHaveLength(ids.length)
})

test('every obligation is shown by a row, except the review of pages, for which no clause gives a number', () => {
  const shown = rows.flatMap((row) => {
    if ('deadline' in row) return [row.deadline]
    if ('report' in row) return [row.report]
    return 'quota' in row ? [row.quota] : []
  })
  const all = [...hanoi.obligations, ...haiphong.obligations].filter((one) => one.kind !== 'window')
  const rest = all.map(({ code }) => code).filter((code) => !shown.includes(code))
  expect([...new Set(rest)]).toEqual(['pageReview'])
})

const profileOf = (row: Row) => profiles[row.profile ?? 'hanoi']

const obligationOf = <K extends Obligation['kind']>(row: Row, code: string, kind: K) => {
  const found = profileOf(row).obligations.find((one) => one.code === code)
  if (found?.kind !== kind) throw new Error(`${row.profile ?? 'hanoi'} has no ${kind} ${code}`)
  expect(row.id.startsWith(found.clause)).toBe(true)
  return found as ObligationOf<K> // its kind was compared
}

const instant = (at: string) => new Date(`${at.replace(' ', 'T')}:00+07:00`)
const moment = (at: Date) =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const clock = (at: Date) => moment(at).slice(11)
const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
