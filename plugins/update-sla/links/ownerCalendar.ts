import ical from 'ical-generator'
import type { ICalCalendar } from 'ical-generator'
import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { citation } from '#domain/text/citation.ts'
import type { Calendar } from '#domain/calendar/createCalendar.ts'
import type { ObligationOf, ObligationVersion } from '#domain/sla/obligation.ts'
import { windowsOnDay } from '#domain/sla/windowsOnDay.ts'
import { readCalendars } from '../calendars/readCalendars.ts'
import { fixedDueAt } from '../clocks/fixedDueAt.ts'
import { readVersions } from '../obligations/readVersions.ts'
import type { Versions } from '../obligations/readVersions.ts'

const WINDOW_DAYS = 14
const MOST_CLOCKS = 1000
/** Calendar programs show what has a length. */
const SHOWN_MINUTES = 30

type Owner = { owner: string; groups: string[]; name: string; unit: number | null }

/**
 * What an owner owes, as a calendar to subscribe to (RFC 5545): due times of open clocks, update windows of the coming two
 * weeks, and the reports of the next year.
 *
 * @returns undefined when there is no such owner
 */
export const ownerCalendar = async (options: {
  pool: Pool
  owner: string
  language: 'vi' | 'en'
  publicUrl: string
  now: Date
}): Promise<string | undefined> => {
  const { pool, language, publicUrl, now } = options
  const owner = await readOwner(pool, options.owner, language)
  if (!owner) return undefined
  const name = language === 'en' ? `Deadlines: ${owner.name}` : `Thời hạn: ${owner.name}`
  const feed = ical({ name, prodId: { company: 'Coloa', product: 'update-sla' }, ttl: 3600 })
  const add = addTo(feed, { url: `${publicUrl}/admin/sla`, now })
  const basis = ({ clause }: { clause: string }) =>
    `${language === 'en' ? 'Basis' : 'Căn cứ'}: ${citation(clause, language)}`
  const versions = await readVersions(pool)
  const calendar = (await readCalendars(pool)).of(owner.unit)
  for (const one of await readOpenClocks(pool, owner.owner)) {
    const obligation = versions.get(one.obligation, one.version)
    const label = obligation?.label[language] ?? one.obligation
    const what = one.title ? `${label}: ${one.title}` : label
    const due = language === 'en' ? 'Due' : 'Hạn'
    add({
      id: `clock-${one.id}`,
      summary: `${due}: ${what}`,
      description: obligation && basis(obligation),
      end: one.dueAt,
    })
  }
  const shared = { owner, versions, calendar, now }
  for (const { window, day, startsAt, endsAt } of windowsOf(shared)) {
    const update = language === 'en' ? 'Update' : 'Cập nhật'
    add({
      id: `window-${window.code}-${day}-${owner.owner}`,
      summary: `${update}: ${window.label[language]}`,
      description: basis(window),
      start: startsAt,
      end: endsAt,
    })
  }
  for (const { report, year, dueAt } of reportsOf(shared)) {
    add({
      id: `report-${report.code}-${year}-${owner.owner}`,
      summary: report.label[language],
      description: basis(report),
      end: dueAt,
    })
  }
  return feed.toString()
}

const addTo =
  (feed: ICalCalendar, { url, now }: { url: string; now: Date }) =>
  (event: {
    id: string
    summary: string
    description: string | undefined
    start?: Date
    end: Date
  }) => {
    const start = event.start ?? new Date(event.end.getTime() - SHOWN_MINUTES * 60_000)
    feed.createEvent({ ...event, description: event.description ?? null, start, stamp: now, url })
  }

const readOwner = async (pool: Pool, owner: string, language: 'vi' | 'en') => {
  const { rows } = await pool.query<Owner>(
    `select owner, groups, calendar_unit as unit, coalesce(case when $2 = 'en' then name_en end, name_vi, owner) as name
     from sla.owners where owner = $1`,
    [owner, language],
  )
  return rows[0]
}

const readOpenClocks = async (pool: Pool, owner: string) => {
  const { rows } = await pool.query<{
    id: string
    obligation: string
    version: number
    title: string
    dueAt: Date
  }>(
    `select id::text, obligation, version, title, due_at as "dueAt" from sla.clocks
     where owner = $1 and ended_at is null and voided_at is null and paused_at is null order by due_at limit $2`,
    [owner, MOST_CLOCKS],
  )
  return rows
}

type Owed = { owner: Owner; versions: Versions; calendar: Calendar; now: Date }

const windowsOf = ({ owner, versions, calendar, now }: Owed) => {
  const today = Temporal.PlainDate.from(calendar.dayOf(now))
  return Array.from({ length: WINDOW_DAYS }, (_none, days) => today.add({ days }).toString())
    .flatMap((day) =>
      windowsOnDay({
        windows: versions
          .on(day)
          .filter(isWindow)
          .filter((one) => owner.groups.includes(one.owes)),
        day,
        zone: calendar.zone,
        isWorkingDay: calendar.isWorkingDay,
      }),
    )
    .filter(({ endsAt }) => endsAt > now)
}

/** This year's reports are clocks already. */
const reportsOf = ({ owner, versions, calendar, now }: Owed) => {
  const year = Number(calendar.dayOf(now).slice(0, 4)) + 1
  return versions
    .on(calendar.dayOf(now))
    .filter(isReport)
    .filter(({ owes }) => owes.some((one) => one === owner.owner || owner.groups.includes(one)))
    .flatMap((report) => {
      const dueAt = fixedDueAt({ obligation: report, docId: year, calendar })
      return dueAt ? [{ report, year, dueAt }] : []
    })
}

const isWindow = (one: ObligationVersion): one is ObligationOf<'window'> & { version: number } =>
  one.kind === 'window'
const isReport = (one: ObligationVersion): one is ObligationOf<'report'> & { version: number } =>
  one.kind === 'report'
