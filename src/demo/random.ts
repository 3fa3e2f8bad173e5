/** A stream of choices that is the same for the same seed. */
export type Random = {
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  pick: <T>(choices: readonly T[]) => T
  /** `count` different ones, in a new order. */
  some: <T>(choices: readonly T[], count: number) => T[]
  chance: (share: number) => boolean
  /** A stream of its own for a named part, so that parts do not shift each other. */
  fork: (name: string) => Random
}

/** Mulberry32 over a hash of the seed. */
export const createRandom = (seed: string): Random => {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const left = [...choices]
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const [taken] = left.splice(whole(0, left.length - 1), 1)
      return taken as T // the index lies within
    })
  }
  return {
    whole,
    pick: (choices) => {
      const chosen = choices[whole(0, choices.length - 1)]
      if (chosen === undefined) throw new Error('demo: nothing to choose from')
      return chosen
    },
    some,
    chance: (share) => next() < share,
    fork: (name) => createRandom(`${seed}/${name}`),
  }
}

const hash = (text: string): number => {
  let value = 2_166_136_261
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16_777_619)
  }
  return value
}
