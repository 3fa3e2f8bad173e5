import type { startGenerator } from './startServer.ts'

/** A server and what it is asked. */
export type Side = { url: string; paths: string[]; headers?: Record<string, string> }

const WARM_SECONDS = 1
const TURN_SECONDS = 1
const TURNS = 2

/**
 * Asks several sides by turns, so that what else the machine does falls on all of them alike.
 *
 * @returns requests per second of each, over all its turns
 */
export const compare = async (
  generator: ReturnType<typeof startGenerator>,
  sides: readonly Side[],
): Promise<number[]> => {
  const sums = sides.map(() => 0)
  for (const side of sides) await generator.ask({ ...side, seconds: WARM_SECONDS })
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [index, side] of sides.entries()) {
      sums[index] = (sums[index] ?? 0) + (await generator.ask({ ...side, seconds: TURN_SECONDS }))
    }
  }
  return sums.map((sum) => sum / TURNS)
}
