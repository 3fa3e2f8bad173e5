import { verify } from 'node:crypto'
import type { Pool } from 'pg'
import { z } from 'zod'
import { afterReceipt, isTerminal } from '#domain/dispatch/deliveryState.ts'
import type { DeliveryState } from '#domain/dispatch/deliveryState.ts'
import { PortalError } from '#kit/portalError.ts'
import { publicKeyOf } from '#kit/signingKey.ts'

const shape = z.object({
  deliveryId: z.uuid(),
  kind: z.enum(['received', 'staged', 'playing', 'played', 'proven', 'refused']),
  /** The device's own number of this event: the same when it repeats itself. */
  eventId: z.string().min(1).max(80),
  /** The device's clock, ISO 8601. */
  at: z.iso.datetime({ offset: true }),
  detail: z.string().max(500).optional(),
  /** Ed25519 over `deliveryId.kind.eventId.at`, base64. */
  signature: z.string().max(200),
})

/** What a device reports of a delivery. */
export type Receipt = z.infer<typeof shape>

/**
 * Stores a receipt and moves its delivery up the ladder. Repeating one, sending it late or out of order does no harm.
 *
 * @throws PortalError bad_receipt, delivery_missing, receipt_not_authentic
 */
export const takeReceipt = async (
  pool: Pool,
  input: unknown,
): Promise<{ state: DeliveryState; isNew: boolean }> => {
  const parsed = shape.safeParse(input)
  if (!parsed.success) throw badReceipt(parsed.error.issues.map((issue) => issue.path.join('.')))
  const receipt = parsed.data
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ state: DeliveryState; key: string | null }>(
      `select l.state, d.public_key as key from dispatch.deliveries l join public.devices d on d.id = l.device_id
       where l.id = $1 for update of l`,
      [receipt.deliveryId],
    )
    const delivery = rows[0]
    if (!delivery) throw deliveryMissing()
    if (!isAuthentic(receipt, delivery.key)) throw notAuthentic()
    const { rowCount } = await client.query(
      `insert into dispatch.receipts (delivery_id, kind, event_id, device_at, detail, is_late) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [
        receipt.deliveryId,
        receipt.kind,
        receipt.eventId,
        receipt.at,
        receipt.detail ?? null,
        isTerminal(delivery.state),
      ],
    )
    const state = afterReceipt(delivery.state, receipt.kind)
    if (state !== delivery.state) {
      await client.query(
        `update dispatch.deliveries set state = $2, received_at = coalesce(received_at, clock_timestamp()), changed_at = clock_timestamp() where id = $1`,
        [receipt.deliveryId, state],
      )
    }
    await client.query('commit')
    return { state, isNew: rowCount === 1 }
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection may be what failed
    throw error
  } finally {
    client.release()
  }
}

const isAuthentic = (receipt: Receipt, key: string | null): boolean => {
  if (!key) return false
  try {
    const signed = `${receipt.deliveryId}.${receipt.kind}.${receipt.eventId}.${receipt.at}`
    return verify(
      null,
      Buffer.from(signed),
      publicKeyOf(key),
      Buffer.from(receipt.signature, 'base64'),
    )
  } catch {
    return false
  }
}

const badReceipt = (fields: string[]) =>
  new PortalError(
    'bad_receipt',
    400,
    { vi: 'Biên nhận không đúng mẫu.', en: 'The receipt is not of the expected form.' },
    { fields },
  )
const deliveryMissing = () =>
  new PortalError('delivery_missing', 404, {
    vi: 'Không có lượt phát này.',
    en: 'There is no such delivery.',
  })
const notAuthentic = () =>
  new PortalError('receipt_not_authentic', 403, {
    vi: 'Chữ ký của thiết bị không đúng.',
    en: 'The signature is not that of the device.',
  })
