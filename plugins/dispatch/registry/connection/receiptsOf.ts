import type { Trial } from './trial.ts'

/** A receipt as a step looks at it. */
export type SeenReceipt = {
  kind: string
  eventId: string
  deviceAt: string
  detail: string | null
  offsetMs: number | null
}

const PAUSE_MS = 100

/** Everything the device said of one delivery so far, in the order it came. */
export const receiptsOf = async (trial: Trial, deliveryId: string): Promise<SeenReceipt[]> => {
  const { rows } = await trial.pool.query<SeenReceipt>(
    `select kind, event_id as "eventId", device_at::text as "deviceAt", detail, offset_ms as "offsetMs"
     from dispatch.receipts where delivery_id = $1 order by stored_at`,
    [deliveryId],
  )
  return rows
}

/** Waits for a receipt of one of the kinds; undefined when the device keeps silent. */
export const awaitReceipt = async (
  trial: Trial,
  deliveryId: string,
  kinds: readonly string[],
  withinMs: number = trial.answerMs,
): Promise<SeenReceipt | undefined> =>
  waitFor(
    async () => (await receiptsOf(trial, deliveryId)).find((one) => kinds.includes(one.kind)),
    withinMs,
  )

/** Asks again and again until there is an answer or the time is over. */
export const waitFor = async <T>(
  ask: () => Promise<T | undefined>,
  withinMs: number,
): Promise<T | undefined> => {
  const end = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined || Date.now() > end) return answer
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS)
    })
  }
}
