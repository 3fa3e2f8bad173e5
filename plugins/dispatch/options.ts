/** What dispatch is told. */
export type DispatchOptions = {
  /**
   * One absolute deadline for an attempt over HTTP, in milliseconds: name look-up, connection, answer.
   * @default 5000
   */
  attemptTimeoutMs?: number
  /**
   * Deliveries under way at once in one process and lane.
   * @default 128
   */
  concurrency?: number
}

let current: Required<DispatchOptions> | undefined

/** Keeps the options for jobs. */
export const keepOptions = (options: DispatchOptions): void => {
  current = {
    attemptTimeoutMs: options.attemptTimeoutMs ?? 5000,
    concurrency: options.concurrency ?? 128,
  }
}

/** The options of this installation. */
export const theOptions = (): Required<DispatchOptions> => {
  if (!current) throw new Error('dispatch: the plugin is not part of this config')
  return current
}
