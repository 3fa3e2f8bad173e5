import type { Pool } from 'pg'
import { afterReceipt, isTerminal } from '#domain/dispatch/deliveryState.ts'
import type { DeliveryState } from '#domain/dispatch/deliveryState.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import type { StationEvent } from './watchStations.ts'

/** What stands in the receipt, so that nobody takes it for a device's signed one. */
export const STATION_WORD = 'Liquidsoap'

const receiptOf = {
  playing: 'playing',
  played: 'played',
  stopped: 'stopped',
  expired: 'refused',
} as const

/**
 * Keeps what a station's Liquidsoap said of a dispatch: marked as the station's word, once however often it is heard. It
 * moves the delivery as a device's receipt would; the proof of a second sensor it never is.
 */
export const keepStationWord = async (
  pool: Pool,
  deviceId: number,
  event: StationEvent,
): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string; state: DeliveryState }>(
      `select id, state from dispatch.deliveries where dispatch_id = $1 and device_id = $2 for update`,
      [event.dispatchId, deviceId],
    )
    const delivery = rows[0]
    if (!delivery) return
    const kind = receiptOf[event.kind]
    await client.query(
      `insert into dispatch.receipts (delivery_id, kind, event_id, device_at, detail, is_late)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [
        delivery.id,
        kind,
        `station/${event.at.getTime()}`,
        event.at,
        event.kind === 'expired' ? `${STATION_WORD}: expired` : STATION_WORD,
        isTerminal(delivery.state),
      ],
    )
    if (kind === 'stopped') return
    const state = afterReceipt(delivery.state, kind)
    if (state === delivery.state) return
    await client.query(
      `update dispatch.deliveries set state = $2, changed_at = clock_timestamp(),
         playing_at = case when $2 in ('playing', 'played') then coalesce(playing_at, $3) else playing_at end,
         played_at = case when $2 = 'played' then coalesce(played_at, $3) else played_at end
       where id = $1`,
      [delivery.id, state, event.at],
    )
  })
