/** The steps of a connection test, in their order. */
export const testSteps = [
  'reachable',
  'identity',
  'accepted',
  'badSignature',
  'replay',
  'outOfTime',
  'expired',
  'preempts',
  'cancels',
  'receipts',
  'catchesUp',
  'text',
  'audio',
  'image',
  'video',
  'wrongHash',
  'clock',
] as const

/** A step of a connection test. */
export type TestStep = (typeof testSteps)[number]

/** What a step came to; `code` is what people read of it in their language. */
export type StepResult = {
  outcome: 'passed' | 'failed' | 'skipped'
  code: StepCode
  evidence?: Record<string, unknown>
}

/** What can be said of a step. */
export type StepCode =
  | 'done'
  | 'handed_over'
  | 'encrypted'
  | 'not_encrypted'
  | 'signed_answer'
  | 'refused'
  | 'ignored'
  | 'unreachable'
  | 'no_answer'
  | 'no_receipt'
  | 'clock_off'
  | 'obeyed_anyway'
  | 'played_twice'
  | 'not_interrupted'
  | 'not_stopped'
  | 'rungs_missing'
  | 'gap_not_found'
  | 'media_not_taken'
  | 'broken_media_taken'
  | 'no_receipts_on_channel'
  | 'device_fetches'
  | 'form_not_claimed'
  | 'no_media_claimed'
  | 'earlier_step_failed'
  | 'fault'

export const passed = (code: StepCode, evidence: Record<string, unknown> = {}): StepResult => ({
  outcome: 'passed',
  code,
  evidence,
})
export const failed = (code: StepCode, evidence: Record<string, unknown> = {}): StepResult => ({
  outcome: 'failed',
  code,
  evidence,
})
export const skipped = (code: StepCode): StepResult => ({ outcome: 'skipped', code })
