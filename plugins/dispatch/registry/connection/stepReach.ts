import { handNote, handOrder } from './handOver.ts'
import { giveOrder } from './ordersOf.ts'
import type { TestOrder } from './ordersOf.ts'
import { awaitReceipt, waitFor } from './receiptsOf.ts'
import { failed, passed } from './steps.ts'
import type { StepResult } from './steps.ts'
import type { Trial } from './trial.ts'

/** The clock of a device may be off by so much, in milliseconds. */
const MOST_OFFSET_MS = 2000

/** The address answers, or the transport takes something for the device; whether on the way it is encrypted is noted. */
export const reachable = async (trial: Trial): Promise<StepResult> => {
  const handed = await handNote(trial, {
    kind: 'recent',
    area: trial.device.unitCode,
    now: trial.now().toISOString(),
    dispatches: [],
  })
  const evidence = { answer: handed.answer, milliseconds: handed.milliseconds }
  if (!handed.isTaken) return failed('unreachable', evidence)
  const protocol = URL.parse(trial.device.address ?? '')?.protocol
  if (protocol === 'https:') return passed('encrypted', evidence)
  return passed(protocol === 'http:' ? 'not_encrypted' : 'done', evidence)
}

/** The device names a random id of ours in a report that it signed with the key that is entered for it. */
export const identity = async (trial: Trial): Promise<StepResult> => {
  const order = await giveOrder(trial, { step: 'identity' })
  const wait = isFetching(trial) ? trial.answerMs * 4 : trial.answerMs
  const sign = () => awaitReceipt(trial, order.deliveryId, anySign, wait)
  // A device that just started may have been busy with finding out who it is.
  const receipt =
    (await sign()) ?? (isFetching(trial) ? undefined : await again(trial, order, sign))
  const evidence = { nonce: order.id, receipt: receipt ?? null }
  if (receipt) return passed('signed_answer', evidence)
  return failed('no_answer', { ...evidence, ...(await lastTry(trial, order.deliveryId)) })
}

const again = async <T>(trial: Trial, order: TestOrder, sign: () => Promise<T>): Promise<T> => {
  await handOrder(trial, order)
  return sign()
}

const anySign = ['received', 'staged', 'playing', 'played', 'refused']

/** Such a device comes by in its own time. */
const isFetching = ({ driver }: Trial) => driver.channel === 'pull' || driver.channel === 'player'

/** A signed message comes through, and the device says that it has it. */
export const accepted = async (trial: Trial): Promise<StepResult> => {
  const order = await giveOrder(trial, { step: 'accepted' })
  if (!trial.driver.hasReceipts) return handedOver(trial, order.deliveryId, order.id)
  const wait = isFetching(trial) ? trial.answerMs * 4 : trial.answerMs
  const receipt = await awaitReceipt(
    trial,
    order.deliveryId,
    ['received', 'staged', 'playing', 'refused'],
    wait,
  )
  if (receipt && receipt.kind !== 'refused') return passed('done', { dispatch: order.id, receipt })
  return failed('no_receipt', {
    dispatch: order.id,
    receipt: receipt ?? null,
    ...(await lastTry(trial, order.deliveryId)),
  })
}

const handedOver = async (trial: Trial, deliveryId: string, dispatch: string) => {
  const state = await waitFor(async () => {
    const one = await lastTry(trial, deliveryId)
    return one.state === 'queued' && !one.error ? undefined : one
  }, trial.answerMs)
  return state && state.state !== 'queued' && state.state !== 'dead'
    ? passed('handed_over', { dispatch, ...state })
    : failed('unreachable', { dispatch, ...state })
}

const lastTry = async (trial: Trial, deliveryId: string) => {
  const { rows } = await trial.pool.query<{ state: string; error: string | null }>(
    'select state, last_error as error from dispatch.deliveries where id = $1',
    [deliveryId],
  )
  return rows[0] ?? { state: 'queued', error: null }
}

/** A heartbeat says how far its clock is off; the slowest comes once a minute. */
const HEARTBEAT_MS = 65_000

/** The clock of the device, by what it told during this test. */
export const clock = async (trial: Trial): Promise<StepResult> => {
  const offsetMs = await waitFor(() => offsetOf(trial), HEARTBEAT_MS)
  if (offsetMs === undefined) return failed('no_answer')
  return Math.abs(offsetMs) < MOST_OFFSET_MS
    ? passed('done', { offsetMs })
    : failed('clock_off', { offsetMs })
}

const offsetOf = async (trial: Trial): Promise<number | undefined> => {
  const { rows } = await trial.pool.query<{ offsetMs: number }>(
    `select offset_ms as "offsetMs" from (
       select r.offset_ms from dispatch.receipts r join dispatch.deliveries l on l.id = r.delivery_id
         where l.device_id = $1 and r.stored_at >= $2
       union all
       select s.offset_ms from dispatch.device_states s where s.device_id = $1 and s.heartbeat_at >= $2
     ) o where offset_ms is not null order by abs(offset_ms) limit 1`,
    [trial.device.id, trial.startedAt],
  )
  return rows[0]?.offsetMs
}
