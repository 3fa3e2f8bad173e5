import type { Pool } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'

/**
 * Has every device told of the key that is to follow, in its standing, which the present key signs. Told before, they are told
 * again.
 *
 * @param keys public halves, 32 bytes each in base64
 * @throws Error when another key is waiting already
 */
export const tellNextKey = async (
  pool: Pool,
  keys: { current: string; next: string },
): Promise<void> => {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ key: string }>(
      'select public_key as key from dispatch.hub_keys where signs_since is null and public_key <> $1',
      [keys.next],
    )
    if (rows[0]) throw new Error(`Another key is waiting already: ${rows[0].key}`)
    await client.query(
      `insert into dispatch.hub_keys (public_key, signs_since) values ($1, clock_timestamp()) on conflict do nothing`,
      [keys.current],
    )
    await client.query(
      `insert into dispatch.hub_keys (public_key) values ($1)
       on conflict (public_key) do update set told_at = clock_timestamp() where hub_keys.signs_since is null`,
      [keys.next],
    )
    await tellStandings(client)
  })
}

/** Whoever leads tells each device its standing anew. */
export const tellStandings = async (client: Pick<Pool, 'query'>): Promise<void> => {
  await client.query(
    `select pg_notify('dispatch', 'setup:' || code) from public.devices where lifecycle = 'active' order by code`,
  )
}
