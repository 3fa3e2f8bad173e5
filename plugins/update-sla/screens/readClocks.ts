import type { PayloadRequest } from 'payload'
import { containing } from '#kit/containing.ts'
import { canSeeAll } from '../rights.ts'
import type { ClockFilter } from './clockFilter.ts'
import { poolOf } from './poolOf.ts'
import { readOwners } from './readOwners.ts'

/** A clock as lists show it. */
export type ClockRow = {
  id: string
  obligation: string
  version: number
  collection: string
  docId: number
  owner: string
  title: string
  eventAt: Date
  noticedAt: Date
  dueAt: Date
  extensions: number
  pausedAt: Date | null
  endedAt: Date | null
  endedBy: string | null
}

const columns = `c.id, c.obligation, c.version, c.collection, c.doc_id as "docId", c.owner, c.title, c.event_at as "eventAt",
  c.noticed_at as "noticedAt", c.due_at as "dueAt", c.extensions, c.paused_at as "pausedAt", c.ended_at as "endedAt",
  c.ended_by as "endedBy"`

/** $1 now, $2 owners or null for all, $3 state, $4 obligation, $5 owner, $6 text, $7 due before. */
const matching = `from sla.clocks c where c.voided_at is null and ($2::text[] is null or c.owner = any($2))
  and case $3::text when 'open' then c.ended_at is null and c.paused_at is null and c.due_at >= $1
    when 'late' then c.ended_at is null and c.paused_at is null and c.due_at < $1
    when 'paused' then c.ended_at is null and c.paused_at is not null when 'ended' then c.ended_at is not null
    when 'endedLate' then c.is_late else true end
  and ($4::text is null or c.obligation = $4) and ($5::text is null or c.owner = $5)
  and ($6::text is null or release.fold(c.title) like release.fold($6)) and ($7::timestamptz is null or c.due_at < $7)`

/** The clocks the signed-in person may see, what is open and due first on top, what ended last on top of the ended. */
export const readClocks = async (
  req: PayloadRequest,
  asked: { filter: ClockFilter; now: Date; limit: number; page?: number },
): Promise<{ clocks: ClockRow[]; total: number }> => {
  const values = await valuesOf(req, asked)
  if (!values) return { clocks: [], total: 0 }
  const pool = poolOf(req)
  const [found, count] = await Promise.all([
    pool.query<ClockRow>(
      `select ${columns} ${matching} order by c.ended_at is not null, case when c.ended_at is null then c.due_at end,
         c.ended_at desc, c.id limit $8 offset $9`,
      [...values, asked.limit, ((asked.page ?? 1) - 1) * asked.limit],
    ),
    pool.query<{ total: number }>(`select count(*)::int as total ${matching}`, values),
  ])
  return { clocks: found.rows, total: count.rows[0]?.total ?? 0 }
}

/** One clock, if the signed-in person may see it. */
export const readClock = async (req: PayloadRequest, id: string): Promise<ClockRow | undefined> => {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const { rows } = await poolOf(req).query<ClockRow>(
    `select ${columns} from sla.clocks c where c.id = $1`,
    [id],
  )
  const [clock] = rows
  const owners = clock ? await readOwners(req) : []
  return owners.some(({ owner }) => owner === clock?.owner) ? clock : undefined
}

/** The clocks of one document the signed-in person may see. */
export const readClocksOf = async (
  req: PayloadRequest,
  collection: string,
  id: number,
): Promise<ClockRow[]> => {
  const { rows } = await poolOf(req).query<ClockRow>(
    `select ${columns} from sla.clocks c where c.collection = $1 and c.doc_id = $2 and c.voided_at is null
     order by c.ended_at is not null, c.due_at, c.id limit 20`,
    [collection, id],
  )
  const seen = new Set((rows.length > 0 ? await readOwners(req) : []).map(({ owner }) => owner))
  return rows.filter(({ owner }) => seen.has(owner))
}

const valuesOf = async (
  req: PayloadRequest,
  { filter, now }: { filter: ClockFilter; now: Date },
): Promise<unknown[] | undefined> => {
  const owners = await readOwners(req)
  if (owners.length === 0) return undefined
  const { state, obligation, owner, text, dueBefore } = filter
  return [
    now,
    canSeeAll(req) ? null : owners.map((one) => one.owner),
    state ?? null,
    obligation ?? null,
    owner ?? null,
    text ? containing(text) : null,
    dueBefore ?? null,
  ]
}
