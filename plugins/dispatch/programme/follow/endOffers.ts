import type { ClientBase, Pool } from 'pg'
import { eachAlone } from '#kit/eachAlone.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { readAirings } from '../airings/airing.ts'
import { dropAiring } from '../airings/changeAiring.ts'
import { closeMoot } from '../clashes/closeMoot.ts'
import { lockUnit } from '../lockUnit.ts'
import { tellCommune } from '../tell/tellCommune.ts'

type Why = 'withdrawn' | 'expired'

/**
 * Ends the offers of a bulletin: their coming airings are taken out, what devices have is cancelled, communes that had
 * placed it are told.
 *
 * @param of.except codes of communes that keep theirs
 */
export const endOffers = async (
  client: ClientBase,
  of: {
    docId: number
    /** The release that ends them. */
    seq: number
    except?: readonly string[]
    why: Why
    reason: string | null
    now: Date
  },
): Promise<void> => {
  const { rows } = await client.query<{ id: string; unit: string }>(
    `select id, unit_code as unit from dispatch.offers
     where doc_id = $1 and state in ('offered', 'accepted', 'declined') and not unit_code = any($2::text[])
     order by unit_code`,
    [of.docId, of.except ?? []],
  )
  for (const { id, unit } of rows) {
    await lockUnit(client, unit)
    await endOffer(client, { ...of, id })
  }
}

/** Ends what has reached the end of its time; each offer once, however many workers look. */
export const expireOffers = async (pool: Pool, now: Date): Promise<void> => {
  const { rows } = await pool.query<{ id: string; unit: string }>(
    `select id, unit_code as unit from dispatch.offers where state in ('offered', 'accepted', 'declined') and expires_at <= $1`,
    [now],
  )
  await eachAlone(rows, ({ id, unit }) =>
    inTransaction(pool, async (client) => {
      await lockUnit(client, unit)
      await endOffer(client, { id, why: 'expired', reason: null, now })
    }),
  )
}

const endOffer = async (
  client: ClientBase,
  of: { id: string; seq?: number; why: Why; reason: string | null; now: Date },
): Promise<void> => {
  const { rowCount } = await client.query(
    `update dispatch.offers set state = $2, seq = coalesce($3, seq), version = version + 1, changed_at = clock_timestamp()
     where id = $1 and state in ('offered', 'accepted', 'declined')`,
    [of.id, of.why, of.seq ?? null],
  )
  if (rowCount !== 1) return
  await client.query(
    'insert into dispatch.offer_events (offer_id, event, reason, seq) values ($1, $2, $3, $4)',
    [of.id, of.why, of.reason, of.seq ?? null],
  )
  const coming = await readAirings(
    client,
    `a.offer_id = $1 and a.state in ('planned', 'undecided', 'sent')`,
    [of.id],
  )
  for (const airing of coming) {
    // What expires while it is on the air is over by itself.
    if (of.why === 'expired' && airing.state === 'sent' && airing.startsAt <= of.now) continue
    await dropAiring(client, airing, { why: of.why, reason: of.reason })
    await closeMoot(client, airing.id, { by: null, now: of.now })
  }
  const [first] = coming
  if (first) await tellCommune(client, { what: of.why, airing: first, reason: told(of.reason) })
}

/** Codes are for the record, sentences for people. */
const told = (reason: string | null): string | null =>
  reason === 'emergency'
    ? 'Bản tin đã chuyển thành bản tin khẩn cấp và được phát ngay.'
    : reason === 'not_meant'
      ? 'Địa bàn của bản tin đã thay đổi.'
      : reason
