import type { ClientBase } from 'pg'

/**
 * Holds a chain until the caller's transaction ends: nobody else gives an instruction of it, and nobody begins to hand over what
 * waits of it. What was begun before is waited for and seen by the caller's next query: whoever ends a chain knows each device
 * that may have got something.
 *
 * @returns the number of its newest instruction; null when there is none
 */
export const holdChain = async (client: ClientBase, chain: string): Promise<number | null> => {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `dispatch chain ${chain}`,
  ])
  // Publications before deliveries, and each by their ids, as they are settled.
  await client.query(
    `select count(*) from (
       select from dispatch.broadcasts b join dispatch.dispatches d on d.id = b.dispatch_id
       where d.chain = $1 and (b.done_at is null or (b.is_retained and b.cleared_at is null)) order by b.id for update of b) held`,
    [chain],
  )
  await client.query(
    `select count(*) from (
       select from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
       where d.chain = $1 and (l.state = 'queued' or (l.state = 'accepted' and l.confirm_by is not null))
       order by l.id for update of l) held`,
    [chain],
  )
  const { rows } = await client.query<{ newest: number | null }>(
    'select max(number)::float8 as newest from dispatch.dispatches where chain = $1',
    [chain],
  )
  return rows[0]?.newest ?? null
}
