import type { Pool } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { bodyOf, bulletinOf, cancelOf } from '../bulletin.ts'
import { endChain } from '../endChain.ts'
import { holdChain } from './holdChain.ts'

type Shortened = { chain: string; number: number; log: string; seq: number; docId: number }

/**
 * Ends what an update made end sooner, when that time has come: a device the update did not reach would go on for as long as the
 * instruction before it said.
 *
 * @returns how many chains
 */
export const endShortened = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<Shortened>({ name: 'dispatch shortened', text: SHORTENED })
  for (const one of rows) await inTransaction(pool, (client) => end(client, one))
  return rows.length
}

const SHORTENED = `select d.chain, d.number::float8 as number, d.log, d.seq::float8 as seq, d.doc_id as "docId"
  from dispatch.dispatches d
  where d.expires_at between now() - interval '1 day' and now() and d.kind not in ('cancel', 'test') and d.chain like 'bulletin/%'
    and not exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number)
    and exists (select from dispatch.dispatches e where e.chain = d.chain and e.number < d.number and e.kind not in ('cancel', 'test')
      and (e.expires_at is null or e.expires_at > now()))
  order by d.number limit 100`

const end = async (client: Parameters<typeof endChain>[0], one: Shortened) => {
  const newest = await holdChain(client, one.chain)
  const body = await bodyOf(client, { ...one, body: null })
  if (newest !== one.number || !body) return
  const bulletin = bulletinOf(body)
  await endChain(client, {
    chain: one.chain,
    release: { ...one, releasedAt: new Date().toISOString() },
    content: cancelOf(bulletin, OVER[bulletin.language] ?? OVER.vi),
    cause: `shortened/${one.number}`,
  })
}

const OVER: Record<string, string> = {
  vi: 'Bản tin đã hết hiệu lực.',
  en: 'The bulletin is no longer in force.',
}
