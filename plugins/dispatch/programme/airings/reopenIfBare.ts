import type { ClientBase } from 'pg'

/** An accepted offer that has lost its last place in the programme waits in the inbox again. */
export const reopenIfBare = async (client: ClientBase, offerId: string): Promise<void> => {
  const { rowCount } = await client.query(
    `update dispatch.offers o set state = 'offered', version = version + 1, changed_at = clock_timestamp()
     where id = $1 and state = 'accepted' and not exists (
       select from dispatch.airings a where a.offer_id = o.id and a.state in ('planned', 'undecided', 'sent', 'aired'))`,
    [offerId],
  )
  if (rowCount !== 1) return
  await client.query(
    `insert into dispatch.offer_events (offer_id, event, reason) values ($1, 'reopened', 'no_airing')`,
    [offerId],
  )
}
