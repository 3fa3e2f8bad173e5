import { handNote, handOrder } from './handOver.ts'
import type { TestOrder } from './ordersOf.ts'
import { giveOrder } from './ordersOf.ts'
import { awaitReceipt, receiptsOf } from './receiptsOf.ts'
import { failed, passed } from './steps.ts'
import type { StepResult } from './steps.ts'
import type { Trial } from './trial.ts'

const LONG_SECONDS = 60

/** An emergency takes over from what is playing. */
export const preempts = async (trial: Trial): Promise<StepResult> => {
  const item = await giveOrder(trial, { step: 'preempts', seconds: LONG_SECONDS })
  const begins = await awaitReceipt(trial, item.deliveryId, ['playing'])
  if (!begins) return failed('no_receipt', { dispatch: item.id })
  const emergency = await giveOrder(trial, {
    step: 'preempts',
    n: 2,
    chain: `test/${trial.testId}/preempts/emergency`,
    priority: 'emergency',
    seconds: 1,
  })
  const takes = await awaitReceipt(trial, emergency.deliveryId, ['playing', 'played'])
  const yields = await awaitReceipt(trial, item.deliveryId, ['interrupted', 'stopped'], 2000)
  await cancelOrder(trial, item, 3)
  const evidence = { item: item.id, emergency: emergency.id, begins, takes, yields }
  return takes && yields ? passed('done', evidence) : failed('not_interrupted', evidence)
}

/** A cancellation stops what is playing. */
export const cancels = async (trial: Trial): Promise<StepResult> => {
  const order = await giveOrder(trial, { step: 'cancels', seconds: LONG_SECONDS })
  const begins = await awaitReceipt(trial, order.deliveryId, ['playing'])
  if (!begins) return failed('no_receipt', { dispatch: order.id })
  const cancel = await cancelOrder(trial, order, 2)
  const stops = await awaitReceipt(trial, order.deliveryId, ['stopped', 'interrupted'])
  const evidence = { dispatch: order.id, cancel, begins, stops }
  return stops ? passed('done', evidence) : failed('not_stopped', evidence)
}

/** A test has no release that a cancellation could rest on; so it is told to this one device only, as what it is. */
const cancelOrder = async (trial: Trial, order: TestOrder, n: number): Promise<string> => {
  const { chain } = JSON.parse(order.snapshot) as { chain: string }
  const cancel = await giveOrder(trial, { step: 'cancels', n: n + 10, chain, isWithheld: true })
  const handed = await handOrder(trial, cancel, { body: { kind: 'cancel' } })
  return `${cancel.id} ${handed.answer}`
}

/** A short message climbs the ladder: received, playing, played. */
export const receipts = async (trial: Trial): Promise<StepResult> => {
  const order = await giveOrder(trial, { step: 'receipts', seconds: 1 })
  await awaitReceipt(trial, order.deliveryId, ['played'], trial.answerMs * 2)
  const seen = await receiptsOf(trial, order.deliveryId)
  const kinds = [...new Set(seen.map((one) => one.kind))]
  const missing = ['received', 'playing', 'played'].filter((one) => !kinds.includes(one))
  const evidence = { dispatch: order.id, kinds, missing }
  return missing.length === 0 ? passed('done', evidence) : failed('rungs_missing', evidence)
}

/** A message that never came is found in the list of what is in force, asked for and taken. */
export const catchesUp = async (trial: Trial): Promise<StepResult> => {
  const order = await giveOrder(trial, { step: 'catchesUp', isHeld: true })
  const handed = await handNote(trial, {
    kind: 'recent',
    area: trial.device.unitCode,
    now: trial.now().toISOString(),
    dispatches: [{ id: order.id, number: order.number, expiresAt: order.expiresAt.toISOString() }],
  })
  const receipt = await awaitReceipt(
    trial,
    order.deliveryId,
    ['received', 'staged', 'playing'],
    trial.answerMs * 2,
  )
  const evidence = { dispatch: order.id, answer: handed.answer, receipt: receipt ?? null }
  return receipt ? passed('done', evidence) : failed('gap_not_found', evidence)
}
