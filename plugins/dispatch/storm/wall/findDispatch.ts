import type { Pool } from 'pg'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { isAddition } from '../../isAddition.ts'

/** A dispatch as the wall heads it. Times are ISO 8601. */
export type WallDispatch = {
  id: string
  number: number
  chain: string
  kind: string
  priority: string
  title: string
  issuer: string
  text: string
  reasonCode: string | null
  isOverride: boolean
  createdAt: string
  effectiveAt: string
  expiresAt: string | null
  log: string | null
  seq: number | null
  bulletin: number | null
  /** Whether nothing newer of its chain was given; what is said to some devices beside it does not count. */
  isLast: boolean
  /** When its chain was cancelled. */
  endedAt: string | null
}

const time = (column: string) => `to_json(${column}) #>> '{}'`

const COLUMNS = `d.id, d.number::float8 as number, d.chain, d.kind, d.priority, d.title, d.issuer,
  d.snapshot::jsonb ->> 'text' as text, d.reason_code as "reasonCode", d.is_override as "isOverride",
  ${time('d.created_at')} as "createdAt", ${time('d.effective_at')} as "effectiveAt", ${time('d.expires_at')} as "expiresAt",
  d.log, d.seq::float8 as seq, d.doc_id as bulletin,
  not exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number and not ${isAddition('n')}) as "isLast",
  (select case when n.kind = 'cancel' and n.number > d.number then ${time('n.created_at')} end from dispatch.dispatches n
   where n.chain = d.chain and not ${isAddition('n')} order by n.number desc limit 1) as "endedAt"`

/**
 * A dispatch by its id, or by the release it was made of, `<log>~<seq>`, as the page for emergencies leads to it: that of a
 * moment ago may not be there yet.
 */
export const findDispatch = async (pool: Pool, name: string): Promise<WallDispatch | null> => {
  const [log, seq] = name.split('~')
  const { rows } = await pool.query<WallDispatch>(
    `select ${COLUMNS} from dispatch.dispatches d
     where d.id = $1::uuid or ($1::uuid is null and d.log = $2 and d.seq = $3::bigint) order by ${isAddition('d')}, d.number limit 1`,
    [uuidOrNull(name), log ?? '', /^\d{1,15}$/.test(seq ?? '') ? seq : null],
  )
  return rows[0] ?? null
}

/** The other instructions of the same chain, newest first. */
export const chainOf = async (pool: Pool, chain: string): Promise<WallDispatch[]> => {
  const { rows } = await pool.query<WallDispatch>(
    `select ${COLUMNS} from dispatch.dispatches d where d.chain = $1 order by d.number desc limit 30`,
    [chain],
  )
  return rows
}
