import type { Pool } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { RECEIPT_CHANNELS } from '../../drivers/receiptChannels.ts'
import { inform } from '../../engine/inform.ts'
import { isOvertaken } from '../../engine/planBroadcasts.ts'
import { stormError } from '../stormError.ts'

type Pushed = { pool: Pool; dispatchId: string; unit: string | null; by: number }

/**
 * What a person may push on: not with the device yet, still worth sending, and the last word of its chain for that device;
 * what a channel without receipts has taken would only be said twice.
 */
const STUCK = `l.dispatch_id = $1::uuid and ($2::text is null or l.unit_code = $2) and l.received_at is null
  and (l.state in ('queued', 'dead') or (l.state = 'accepted' and l.channel = any($3::text[])))
  and exists (select from dispatch.dispatches d where d.id = l.dispatch_id and (d.expires_at is null or d.expires_at > now())
    and (v.lifecycle::text = 'active' or d.kind in ('test', 'cancel'))
    and not ${isOvertaken('l.device_id')})`

/** The alternate channel of a device, where it has one that is not in use already. */
const HAS_OTHER = `v.alternate_channel is not null and (v.alternate_channel::text, coalesce(v.alternate_address, ''))
  is distinct from (l.channel, coalesce(l.address, ''))`

/**
 * Pushes on what has not reached its device, for one commune or for all: tries again at once, or goes by the alternate channel
 * of each device.
 *
 * @returns how many deliveries
 * @throws PortalError no_alternate
 */
export const pushDeliveries = async (
  pushed: Pushed & { act: 'retry' | 'reroute' },
): Promise<number> => {
  if (pushed.act === 'retry') return push(pushed, 'true', '')
  const count = await push(
    pushed,
    HAS_OTHER,
    'channel = v.alternate_channel::text, address = v.alternate_address,',
  )
  if (count === 0) throw stormError('no_alternate')
  return count
}

const push = (
  { pool, dispatchId, unit, by, act }: Pushed & { act: 'retry' | 'reroute' },
  where: string,
  change: string,
): Promise<number> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ lane: number }>(
      `update dispatch.deliveries l set ${change} state = 'queued', next_at = clock_timestamp(), lease = null, lease_until = null,
         confirm_by = null, changed_at = clock_timestamp()
       from public.devices v where v.id = l.device_id and ${STUCK} and ${where} returning l.lane`,
      [dispatchId, unit, RECEIPT_CHANNELS],
    )
    if (rows.length === 0) return 0
    await client.query(
      `insert into dispatch.wall_acts (dispatch_id, act, unit_code, deliveries, by_person) values ($1, $2, $3, $4, $5)`,
      [dispatchId, act, unit, rows.length, by],
    )
    for (const lane of new Set(rows.map((row) => row.lane))) await inform(client, String(lane))
    return rows.length
  })
