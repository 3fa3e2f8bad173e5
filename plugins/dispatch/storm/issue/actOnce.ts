import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { stableText } from '#domain/release/stableText.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { holderOf } from '#kit/secondFactor/secondFactorEndpoints.ts'
import { withTransaction } from '#kit/transaction.ts'
import { poolOf } from '../poolOf.ts'
import { stormError } from '../stormError.ts'
import type { IssuedRelease } from '../stormOptions.ts'

/** What an act came to. */
export type Acted = IssuedRelease & { bulletin: number }

/** A release as an act is recognised by: its kind, and what it says in Vietnamese; a withdrawal says nothing. */
export type ReleasedText = { kind: string; document: Readonly<Record<string, unknown>> }

type Row = {
  sha256: string
  person: number
  bulletin: number | null
  log: string | null
  seq: string | null
  triedAt: Date | null
}

/**
 * Does what a board's verb does at most once for each key, whatever is pressed twice, loaded again or cut off: a draft is
 * kept from the first try on, and a verb that came through before a crash is found again instead of repeated. Acts on one
 * bulletin are carried out one after the other.
 *
 * @param options.asked the body without key and code; the same key with another body is refused
 * @param options.demand is called unless it was done before; throws why it may not be done
 * @param options.prepare stores what stays when the verb fails; returns the bulletin's id
 * @param options.carryOut calls the board's verb, outside any transaction; looks itself at what became of the bulletin since
 * @param options.isItsRelease tells what this act releases from what another one does
 * @throws PortalError key_reused, and what the given functions throw
 */
export const actOnce = async (options: {
  req: PayloadRequest
  key: string
  act: 'issue' | 'update' | 'end'
  asked: Record<string, unknown> & { explanation: string }
  demand: () => Promise<void>
  prepare: () => Promise<number>
  carryOut: (bulletin: number) => Promise<IssuedRelease>
  isItsRelease: (released: ReleasedText) => boolean
}): Promise<Acted> => {
  const { req, key } = options
  const sha256 = createHash('sha256').update(stableText(options.asked)).digest('hex')
  const { person } = holderOf(req)
  const before = await find(req, key)
  if (before && (before.sha256 !== sha256 || before.person !== person))
    throw stormError('key_reused')
  const done = doneOf(before)
  if (done) return done
  if (!before || !(await releasedBefore(options, before))) await options.demand()
  if (!before) await begin(options, { sha256, person })
  return finish(options)
}

const begin = async (
  options: Parameters<typeof actOnce>[0],
  { sha256, person }: { sha256: string; person: number },
): Promise<void> => {
  const { req, key, act } = options
  await withTransaction(req, async (sql) => {
    const { rowCount } = await sql.query(
      `insert into dispatch.storm_acts (key, act, person, sha256, asked) values ($1::uuid, $2, $3::int, $4, $5::jsonb)
       on conflict do nothing`,
      [key, act, person, sha256, JSON.stringify(options.asked)],
    )
    if (rowCount === 0) return // pressed twice: the other one prepares
    await sql.query('update dispatch.storm_acts set bulletin_id = $2::int where key = $1::uuid', [
      key,
      await options.prepare(),
    ])
  })
  const made = await find(req, key)
  if (!made || made.sha256 !== sha256 || made.person !== person) throw stormError('key_reused')
}

const finish = async (options: Parameters<typeof actOnce>[0]): Promise<Acted> => {
  const { req, key, carryOut } = options
  const pool = poolOf(req)
  await pool.query(
    'update dispatch.storm_acts set tried_at = coalesce(tried_at, clock_timestamp()) where key = $1',
    [key],
  )
  return inTransaction(pool, async (client) => {
    // Held until the verb is through: whoever presses again waits here, and finds it done.
    const { rows } = await client.query<Row>(`${SELECT} for update`, [key])
    const [row] = rows
    const done = doneOf(row)
    if (done) return done
    const bulletin = row?.bulletin
    if (!bulletin) throw stormError('bulletin_missing')
    await client.query(`select pg_advisory_xact_lock(hashtext('dispatch.storm_acts'), $1::int)`, [
      bulletin,
    ])
    const { log, seq } = (await releasedBefore(options, row)) ?? (await carryOut(bulletin))
    await client.query(
      `update dispatch.storm_acts set log = $2, seq = $3, done_at = clock_timestamp() where key = $1`,
      [key, log, seq],
    )
    return { log, seq, bulletin }
  })
}

const SELECT = `select sha256, person, bulletin_id as bulletin, log, seq, tried_at as "triedAt"
  from dispatch.storm_acts where key = $1`

const find = async (req: PayloadRequest, key: string): Promise<Row | undefined> =>
  (await poolOf(req).query<Row>(SELECT, [key])).rows[0]

const doneOf = (row: Row | undefined): Acted | null =>
  row?.log && row.seq && row.bulletin
    ? { log: row.log, seq: Number(row.seq), bulletin: row.bulletin }
    : null

/** What this act released in an earlier try, which did not live to note it. */
const releasedBefore = async (
  { req, key, asked, isItsRelease }: Parameters<typeof actOnce>[0],
  { bulletin, triedAt }: Row,
): Promise<IssuedRelease | null> => {
  if (!bulletin || !triedAt) return null
  const { rows } = await poolOf(req).query<ReleasedText & { log: string; seq: string }>(
    `select r.log, r.seq, r.kind, coalesce(r.body::jsonb #> '{locales,vi}', '{}') as document
     from release.releases r join release.decisions d on d.id = r.decision_id
     where r.collection = 'bulletins' and r.doc_id = $1 and d.decided_at >= $2 and d.decided_by = $3 and d.explanation = $4
       and not exists (select from dispatch.storm_acts a where a.log = r.log and a.seq = r.seq and a.key <> $5)
     order by r.released_at`,
    [bulletin, triedAt, holderOf(req).person, asked.explanation, key],
  )
  const found = rows.find(isItsRelease)
  return found ? { log: found.log, seq: Number(found.seq) } : null
}
