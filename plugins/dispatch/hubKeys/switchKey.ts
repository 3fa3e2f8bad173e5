import type { Pool } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { readRotation } from './readRotation.ts'
import { tellStandings } from './tellNextKey.ts'

/** Why the hub did not change to its next key. */
export type NotSwitched = { why: 'no_next_key' } | { why: 'devices_lack_it'; lacking: string[] }

/**
 * Changes to the next key. The one before is believed by devices for the overlap, so that what it has signed still counts.
 *
 * @param options.change puts the private half in its place; called inside the transaction, and again after a crash
 * @param options.isForced also while devices have not said that they have it: these are lost until they are installed anew
 */
export const switchKey = async (
  pool: Pool,
  options: {
    overlapDays: number
    isForced: boolean
    change: (next: string) => Promise<void>
  },
): Promise<NotSwitched | undefined> =>
  inTransaction(pool, async (client) => {
    await client.query('lock table dispatch.hub_keys in exclusive mode')
    const { keys, lacking } = await readRotation(client)
    const next = keys.find((one) => one.signsSince === null)
    if (!next) return { why: 'no_next_key' }
    if (lacking.length > 0 && !options.isForced) return { why: 'devices_lack_it', lacking }
    await client.query(
      `update dispatch.hub_keys set valid_until = clock_timestamp() + make_interval(days => $2)
       where public_key <> $1 and valid_until is null`,
      [next.publicKey, options.overlapDays],
    )
    await client.query(
      'update dispatch.hub_keys set signs_since = clock_timestamp() where public_key = $1',
      [next.publicKey],
    )
    await tellStandings(client)
    await options.change(next.publicKey)
    return undefined
  })
