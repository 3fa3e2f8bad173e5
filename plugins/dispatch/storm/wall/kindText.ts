import type { StormWords } from '../stormWords.ts'

const textOf = (words: StormWords, key: string, otherwise: string): string =>
  key in words ? words[key as keyof StormWords] : otherwise

/** What kind of instruction it was, in words. */
export const kindText = (kind: string, words: StormWords): string =>
  textOf(words, `kind_${kind}`, kind)

/** Where a delivery stands, in words. */
export const stateText = (state: string, words: StormWords): string =>
  textOf(words, `state_${state}`, state)

/** In what capacity somebody decided, in words. */
export const capacityText = (capacity: string, words: StormWords): string =>
  textOf(words, `capacity_${capacity}`, capacity)
