import { setTimeout as pause } from 'node:timers/promises'
import { HubError, pull } from './pull.ts'
import type { State } from './store.ts'

/** Keeps a site's copy up to date. */
export type Reader = {
  /** What is shown now. */
  state: () => State
  /** Something was released, perhaps: look at once. Any number of hints, in any order, old or made up, do no harm. */
  hint: (seq?: number) => void
  /** Why the last turn failed; undefined when it did not. */
  problem: () => string | undefined
  stop: () => Promise<void>
}

/**
 * Reads page by page, stores page by page, and waits at the hub for the next. It reads by its own number alone, one page after
 * the other: what arrives in another order cannot be stored in another order.
 *
 * @param options.save stores a state; what it has not stored is not shown
 * @param options.waitSeconds how long one request may wait at the hub for something new; 0 where nothing between lets it wait
 */
export const createReader = (options: {
  hub: string
  site: string
  key?: string | undefined
  state: State
  save: (state: State) => Promise<void>
  waitSeconds: number
  /** Between two looks of a reader that does not wait at the hub; a hint cuts it short. @default 60 */
  pollSeconds?: number
  /** After many failures. @default 60000 */
  longestPauseMs?: number
  /** Called when what is shown has changed, such as to empty a cache of pages. */
  onChange?: (state: State) => void
}): Reader => {
  const { save, pollSeconds = 60, longestPauseMs = 60_000 } = options
  let { state } = options
  let problem: string | undefined
  let failures = 0
  let isStopped = false
  let turn = new AbortController()
  let isHinted = false
  /** A request that brings something is not cut off for a hint: hints in a stream would keep it from ever ending. */
  let isIdle = false

  const read = async (waitSeconds: number): Promise<boolean> => {
    const next = await pull({ ...options, state, waitSeconds, signal: turn.signal })
    // Shown only when it is kept: after a crash the site shows what it showed before.
    if (next.state.cursor !== state.cursor || next.state.again !== state.again) {
      await save(next.state)
    }
    const isNew = next.state.items !== state.items
    state = next.state
    if (isNew) options.onChange?.(state)
    return next.isComplete
  }

  const run = async () => {
    let isComplete = false
    while (!isStopped) {
      turn = new AbortController()
      const waitSeconds = isComplete && !isHinted ? options.waitSeconds : 0
      isHinted = false
      isIdle = waitSeconds > 0
      try {
        isComplete = await read(waitSeconds)
        problem = undefined
        failures = 0
        if (isComplete && options.waitSeconds === 0 && !isHinted) {
          isIdle = true
          await rest(pollSeconds * 1000)
        }
      } catch (error) {
        isComplete = false
        if (turn.signal.aborted) {
          isHinted = true
          continue
        }
        problem = error instanceof Error ? error.message : String(error)
        failures += 1
        await pauseAfter(error)
      }
    }
  }

  /** Longer with each failure, at random, so that 150 sites do not come back in one moment. */
  const pauseAfter = async (error: unknown) => {
    const asked = error instanceof HubError ? error.retrySeconds * 1000 : 0
    const bound = Math.min(longestPauseMs, 500 * 2 ** Math.min(failures, 10))
    const wait = Math.max(asked, 100 + Math.random() * bound)
    isIdle = asked === 0
    await rest(wait)
  }
  const rest = (ms: number) => pause(ms, undefined, { signal: turn.signal }).catch(() => undefined) // cut short

  const running = run()
  return {
    state: () => state,
    problem: () => problem,
    hint: (seq) => {
      if (seq !== undefined && seq <= (state.again ?? state).cursor) return
      isHinted = true
      if (isIdle) turn.abort()
    },
    stop: async () => {
      isStopped = true
      turn.abort()
      await running
    },
  }
}
