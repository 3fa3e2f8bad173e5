import { Temporal } from 'temporal-polyfill'
import type { ObligationOf, ObligationVersion } from '#domain/sla/obligation.ts'
import type { Connection } from '../calendars/readCalendars.ts'
import { theOptions } from '../options.ts'
import { fixedDueAt, monthStart } from './fixedDueAt.ts'
import type { SourceRow } from './readSources.ts'
import type { Owner, TickState } from './tickState.ts'

/**
 * What is owed by the calendar alone, for periods that touch `[since, now]`: quotas of their months, reports of their
 * years. A quota is met by its n-th act within the month.
 */
export const periodRows = async (
  connection: Connection,
  state: TickState,
  since: Date,
): Promise<SourceRow[]> => [
  ...(await quotaRows(connection, state, since)),
  ...(await reportRows(connection, state, since)),
]

const quotaRows = async (connection: Connection, state: TickState, since: Date) => {
  const { calendars, versions, now } = state
  const calendar = calendars.all
  const found: SourceRow[] = []
  for (const day of monthStarts(calendar.dayOf(since), calendar.dayOf(now))) {
    const period = Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))
    const from = calendar.startOfDay(day)
    const to = calendar.startOfDay(monthStart(period + 1))
    for (const quota of versions.on(day).filter(isQuota)) {
      const acts = await readActs(connection, quota.trigger, from, to)
      for (const owner of owersOf(await state.owners(), quota.owes)) {
        const act = acts.get(owner.owner)?.[quota.atLeast - 1]
        found.push(periodRow({ obligation: quota, owner, period, from, act, state }))
      }
    }
  }
  return found
}

const reportRows = async (connection: Connection, state: TickState, since: Date) => {
  const { calendars, versions, now } = state
  const calendar = calendars.all
  const found: SourceRow[] = []
  const last = Number(calendar.dayOf(now).slice(0, 4))
  for (let year = Number(calendar.dayOf(since).slice(0, 4)); year <= last; year += 1) {
    const day = `${year}-01-01`
    const from = calendar.startOfDay(day)
    for (const report of versions.on(calendar.dayOf(now)).filter(isReport)) {
      const due = fixedDueAt({ obligation: report, docId: year, calendar })
      if (due && due <= state.beganAt) continue
      const { rows } = await connection.query<{ owner: string; at: Date }>(
        `select owner, min(at) as at from sla.acts where obligation = $1 and collection = 'period' and doc_id = $2 group by owner`,
        [report.code, year],
      )
      const done = new Map(rows.map(({ owner, at }) => [owner, at]))
      // Who owes since the last tick alone owes nothing that was due before it.
      const known = due && due <= since ? await readOwing(connection, report.code, year) : null
      for (const owner of owersOf(await state.owners(), report.owes)) {
        if (known && !known.has(owner.owner)) continue
        const at = done.get(owner.owner)
        const act = at ? { at, ref: 'act' } : undefined
        found.push(periodRow({ obligation: report, owner, period: year, from, act, state }))
      }
    }
  }
  return found
}

/** Whose clock of a report runs, or has run. */
const readOwing = async (connection: Connection, report: string, year: number) => {
  const { rows } = await connection.query<{ owner: string }>(
    `select owner from sla.clocks where obligation = $1 and collection = 'period' and doc_id = $2`,
    [report, year],
  )
  return new Set(rows.map(({ owner }) => owner))
}

const periodRow = (options: {
  obligation: ObligationVersion
  owner: Owner
  period: number
  from: Date
  act: { at: Date; ref: string } | undefined
  state: TickState
}): SourceRow => {
  const { obligation, owner, period, from, act, state } = options
  return {
    obligation: obligation.code,
    collection: 'period',
    doc_id: period,
    owner: owner.owner,
    title: '',
    event_at: from,
    noticed_at: from > state.beganAt ? from : state.beganAt,
    promised_on: null,
    promised_at: null,
    ended_at: act?.at ?? null,
    ended_by: act?.ref ?? null,
    is_void: false,
  }
}

/** The acts of one trigger within a time, by owner, oldest first. */
const readActs = async (connection: Connection, trigger: string, from: Date, to: Date) => {
  const found = new Map<string, { at: Date; ref: string }[]>()
  const source = theOptions().acts.find((one) => one.trigger === trigger)
  if (!source) return found
  const { rows } = await connection.query<{ owner: string; at: Date; ref: string }>(
    `select a.owner::text as owner, a.at, a.ref::text as ref from (${source.sql}) a order by a.at`,
    [from, to],
  )
  for (const { owner, at, ref } of rows)
    found.set(owner, [...(found.get(owner) ?? []), { at, ref }])
  return found
}

/** Owners that are named, or belong to a group that is. */
const owersOf = (owners: readonly Owner[], owes: readonly string[]) =>
  owners.filter(
    (one) => one.is_active && owes.some((name) => name === one.owner || one.groups.includes(name)),
  )

const monthStarts = (from: string, to: string): string[] => {
  const found: string[] = []
  let day = Temporal.PlainDate.from(from).with({ day: 1 })
  for (; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ months: 1 }))
    found.push(day.toString())
  return found
}

const isQuota = (one: ObligationVersion): one is ObligationOf<'quota'> & { version: number } =>
  one.kind === 'quota'
const isReport = (one: ObligationVersion): one is ObligationOf<'report'> & { version: number } =>
  one.kind === 'report'
