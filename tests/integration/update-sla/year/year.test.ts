import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hanoi } from '#config/profiles/hanoi.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { catchUp } from '#plugins/update-sla/catchUp.ts'
import { bootPayload } from '../../../support/bootPayload.ts'
import type { BootedPayload } from '../../../support/bootPayload.ts'
import { tellEntries, tellReports, tellWindows } from './bruteForce.ts'
import type { Told } from './bruteForce.ts'
import { outages, planYear } from './planYear.ts'
import type { PlannedEntry, PlannedRelease } from './planYear.ts'
import { openPool } from '#tests/support/openPool.ts'

const HOUR = 3_600_000
const FROM = Date.parse('2026-01-01T00:00:00+07:00')
/** YEAR_DAYS=365 for the whole year, which takes some minutes; every run does the weeks up to the end of Tết. */
const DAYS = Number(process.env.YEAR_DAYS ?? 59)
const TO = FROM + DAYS * 24 * HOUR
const SEED = Number(process.env.YEAR_SEED ?? 20_260_101)

const sites = Array.from({ length: 150 }, (_one, n) => ({
  code: n === 0 ? 'thanh-pho' : `trang-${n}`,
  kind: n === 0 ? 'city' : 'component',
}))
const plan = planYear({ seed: SEED, from: FROM, to: TO, sites: sites.map(({ code }) => code) })

let app: BootedPayload
let owner: pg.Pool
let workers: { pool: pg.Pool; tick: () => Promise<unknown> }[]
let now = FROM

beforeAll(async () => {
  app = await bootPayload()
  owner = openPool(app.ownerUrl, 2)
  await owner.query(
    `insert into public.sites (code, kind, hosting, is_active) select code, kind::public.enum_sites_kind, 'here', true
     from jsonb_to_recordset($1::jsonb) s(code text, kind text)`,
    [JSON.stringify(sites)],
  )
  workers = [1, 2].map(() => {
    const pool = openPool(app.appUrl, 1)
    return { pool, tick: () => inTransaction(pool, (client) => catchUp(client, new Date(now))) }
  })
}, 120_000)
afterAll(async () => {
  await Promise.all([owner.end(), ...workers.map(({ pool }) => pool.end())])
  await app.stop()
})

test(
  `${DAYS} days of 150 sites, hour by hour, with outages of six hours, three days and two weeks and two workers: each alert once, none missed, none more (seed ${SEED})`,
  { timeout: 1_200_000 },
  async () => {
    const world = createWorld()
    for (now = FROM; now < TO; now += HOUR) {
      await world.reach(now)
      if (outages.some(({ from, to }) => now >= from && now < to)) continue
      await Promise.all(workers.map(({ tick }) => tick()))
    }
    const until = now - HOUR
    const { obligations } = hanoi
    const owners = sites.map(({ code, kind }) => ({
      owner: `site:${code}`,
      groups: ['site', kind],
    }))
    const expected = [
      ...tellWindows({ obligations, sites, releases: plan.releases, from: FROM, until }),
      ...tellEntries({ obligations, entries: plan.entries, until }),
      ...tellReports({ obligations, owners, years: [2026], from: FROM, until }),
    ]
    const told = await readTold()
    expect(told.length).toBeGreaterThan(DAYS * 50)
    expect(difference(told.map(lineOf), expected.map(lineOf))).toEqual({ only: [], missing: [] })
    expect(await readLate()).toEqual([])
  },
)

/** Lets happen what the plan says, up to an instant. */
const createWorld = () => {
  const releases = [...plan.releases]
  const seqs = new Map<string, number>()
  const acts = plan.entries
    .flatMap((entry) => [
      { at: entry.enteredAt, act: () => enter(entry) },
      ...entry.adjustments.map((one) => ({ at: one.at, act: () => adjust(entry, one) })),
      ...(entry.doneAt === null ? [] : [{ at: entry.doneAt, act: () => finish(entry) }]),
    ])
    .sort((a, b) => a.at - b.at)
  return {
    reach: async (until: number) => {
      const first = releases.findIndex(({ at }) => at > until)
      const due = releases.splice(0, first === -1 ? releases.length : first)
      if (due.length > 0) await release(due, seqs)
      while (acts[0] && acts[0].at <= until) await acts.shift()?.act()
    },
  }
}

const release = async (planned: readonly PlannedRelease[], seqs: Map<string, number>) => {
  const rows = planned.map(({ log, at, isImport }) => {
    const seq = (seqs.get(log) ?? 0) + 1
    seqs.set(log, seq)
    return { log, seq, at: new Date(at), isImport }
  })
  await owner.query(
    `with given as (
       select r.*, gen_random_uuid() as decision from jsonb_to_recordset($1::jsonb) r(log text, seq bigint, at timestamptz, "isImport" boolean)
     ), decided as (
       insert into release.decisions (id, log, collection, doc_id, kind, decided_by, capacity)
       select decision, log, 'articles', seq, 'publish', 1, 'import' from given
     ), counted as (
       insert into release.site_sequences (log, seq) select log, max(seq) from given group by log
       on conflict (log) do update set seq = excluded.seq
     )
     insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, is_import, released_at)
     select log, seq, 'articles', seq, 'publish', 'tin', '{}', encode(sha256('{}'), 'hex'), decision, "isImport", at from given`,
    [JSON.stringify(rows)],
  )
}

const enter = (entry: PlannedEntry) =>
  owner.query(
    `insert into sla.entries (id, obligation, owner, title, event_at, entered_at) overriding system value values ($1, $2, $3, $4, $5, $6)`,
    [
      entry.id,
      entry.obligation,
      entry.owner,
      `Việc số ${entry.id}`,
      new Date(entry.eventAt),
      new Date(entry.enteredAt),
    ],
  )

/** Nobody can pause or extend what no tick has seen yet: then the plan has no such act either. */
const adjust = async (entry: PlannedEntry, one: PlannedEntry['adjustments'][number]) => {
  if (!entry.adjustments.includes(one)) return
  const { rowCount } = await owner.query(
    `insert into sla.adjustments (clock, kind, at, until, reason)
     select id, $2, $3, $4, 'Theo kế hoạch' from sla.clocks where collection = 'entry' and doc_id = $1`,
    [entry.id, one.kind, new Date(one.at), one.until === null ? null : new Date(one.until)],
  )
  if (rowCount === 0) entry.adjustments = []
}

const finish = (entry: PlannedEntry) =>
  owner.query(
    `insert into sla.acts (obligation, collection, doc_id, owner, at, note) values ($1, 'entry', $2, $3, $4, 'Đã xong')`,
    [entry.obligation, entry.id, entry.owner, new Date(entry.doneAt ?? 0)],
  )

const readTold = async (): Promise<Told[]> => {
  const { rows } = await owner.query<{ about: string; rung: string; dueAt: Date; firesAt: Date }>(
    `select case when a.clock is null then 'window ' || a.obligation || ' ' || a.day || ' ' || substr(a.owner, 6)
         when c.collection = 'period' then 'period ' || c.obligation || ' ' || c.doc_id || ' ' || c.owner
         else 'entry ' || c.doc_id end as about,
       a.rung, a.due_at as "dueAt", a.fires_at as "firesAt"
     from sla.alerts a left join sla.clocks c on c.id = a.clock`,
  )
  return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime(), firesAt: row.firesAt.getTime() }))
}

/** Alerts that were noted later than at the first tick after their moment. */
const readLate = async () => {
  const { rows } = await owner.query<{ incident: string; firesAt: Date; notedAt: Date }>(
    'select incident, fires_at as "firesAt", noted_at as "notedAt" from sla.alerts',
  )
  return rows.filter(({ firesAt, notedAt }) => {
    let first = FROM + Math.ceil((firesAt.getTime() - FROM) / HOUR) * HOUR
    const outage = outages.find(({ from, to }) => first >= from && first < to)
    if (outage) first = outage.to
    return notedAt.getTime() !== first
  })
}

const lineOf = ({ about, rung, dueAt, firesAt }: Told) =>
  `${about} ${rung} due ${minute(dueAt)} at ${minute(firesAt)}`
const minute = (at: number) => new Date(Math.round(at / 1000) * 1000).toISOString().slice(0, 19)

const difference = (told: readonly string[], expected: readonly string[]) => {
  const [have, want] = [new Set(told), new Set(expected)]
  expect(have.size).toBe(told.length)
  return {
    only: told.filter((one) => !want.has(one)).slice(0, 20),
    missing: expected.filter((one) => !have.has(one)).slice(0, 20),
  }
}
