import { cancels, catchesUp, preempts, receipts } from './stepPlay.ts'
import { accepted, clock, identity, reachable } from './stepReach.ts'
import { badSignature, expired, outOfTime, replay } from './stepRefuse.ts'
import { takesForm, wrongHash } from './stepMedia.ts'
import type { StepResult, TestStep } from './steps.ts'
import { skipped, testSteps } from './steps.ts'
import type { Trial } from './trial.ts'

/** A step with how it is carried out. */
export type PlannedStep = { step: TestStep; run: (trial: Trial) => Promise<StepResult> }

const runs: Record<TestStep, PlannedStep['run']> = {
  reachable,
  identity,
  accepted,
  clock,
  badSignature,
  replay,
  outOfTime,
  expired,
  preempts,
  cancels,
  receipts,
  catchesUp,
  text: takesForm('text'),
  audio: takesForm('audio'),
  image: takesForm('image'),
  video: takesForm('video'),
  wrongHash,
}

/** Steps in which the test hands the device something itself; nothing can be handed to one that fetches. */
const handing: ReadonlySet<TestStep> = new Set([
  'badSignature',
  'replay',
  'outOfTime',
  'expired',
  'preempts',
  'cancels',
  'catchesUp',
])

/** What is done with a device of a channel; what cannot be asked of it is skipped, with the reason. */
export const planSteps = (channel: { name: string; hasReceipts: boolean }): PlannedStep[] =>
  testSteps.map((step) => ({ step, run: runOf(step, channel) }))

const runOf = (step: TestStep, channel: { name: string; hasReceipts: boolean }) => {
  const skip = (code: Parameters<typeof skipped>[0]) => () => Promise.resolve(skipped(code))
  if (!channel.hasReceipts) {
    return step === 'accepted' ? runs.accepted : skip('no_receipts_on_channel')
  }
  if (channel.name !== 'pull' && channel.name !== 'player') return runs[step]
  return step === 'reachable' || handing.has(step) ? skip('device_fetches') : runs[step]
}
