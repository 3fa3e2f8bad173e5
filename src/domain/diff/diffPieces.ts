import type { Piece } from './block.ts'
import { diffSequence } from './diffSequence.ts'
import type { Budget, Run } from './diffSequence.ts'

/** A stretch of text that stands on one side only, or on both. */
export type MarkedPiece = Piece & { isMarked: boolean }

/** The two sides of a changed text. */
export type MarkedPieces = {
  before: MarkedPiece[]
  after: MarkedPiece[]
  /** How finely it was compared. */
  level: 'word' | 'sentence' | 'whole'
}

/** Comparisons one text may take at each level; a paragraph of 300 words with every word changed stays below. */
export const PER_TEXT = 250_000

/**
 * Marks the words that went and the words that came. A text too different to be compared word by word within the budget is
 * compared sentence by sentence, then as a whole.
 */
export const diffPieces = (
  before: readonly Piece[],
  after: readonly Piece[],
  budget: Budget,
): MarkedPieces => {
  const words = compare(before.flatMap(wordsIn), after.flatMap(wordsIn), budget)
  if (words) return { ...sides(words.map(joinOverSpaces)), level: 'word' }
  const sentences = compare(sentencesIn(before), sentencesIn(after), budget)
  if (sentences) return { ...sides(sentences), level: 'sentence' }
  return wholePieces(before, after)
}

/** One text in place of another, without a word in common. */
export const wholePieces = (before: readonly Piece[], after: readonly Piece[]): MarkedPieces => ({
  before: marked(before, true),
  after: marked(after, true),
  level: 'whole',
})

/** Letters with their marks, digits; every other sign and every stretch of space is a word of its own. */
const WORD = /[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu

const wordsIn = (piece: Piece): Unit[] =>
  (piece.text.match(WORD) ?? []).map((text) => [{ text, marks: piece.marks }])

/** A word or a sentence: the pieces it is made of. */
type Unit = readonly Piece[]

const sentencesIn = (pieces: readonly Piece[]): Unit[] => {
  const sentences: Piece[][] = []
  let open: Piece[] = []
  for (const piece of pieces) {
    const parts = piece.text.split(/(?<=[.!?…;]\s+|\n)/u)
    for (const [index, text] of parts.entries()) {
      if (text !== '') open.push({ text, marks: piece.marks })
      if (index < parts.length - 1) {
        sentences.push(open)
        open = []
      }
    }
  }
  return open.length > 0 ? [...sentences, open] : sentences
}

const compare = (before: Unit[], after: Unit[], budget: Budget): Run<Unit>[] | null => {
  const own = { left: Math.min(PER_TEXT, budget.left) }
  const start = own.left
  const runs = diffSequence({ before, after, keyOf, budget: own })
  budget.left -= start - Math.max(0, own.left)
  return runs
}

const keyOf = (unit: Unit): string =>
  unit.map((piece) => `${piece.text}\u0000${piece.marks.join()}`).join('\u0001')

/** A lone space between two changed words belongs to the change; marked apart, a phrase would look like confetti. */
const joinOverSpaces = (run: Run<Unit>, index: number, runs: readonly Run<Unit>[]): Run<Unit> => {
  const isBetween = runs[index - 1]?.isSame === false && runs[index + 1]?.isSame === false
  const isSpace = run.after.every((unit) => unit.every((piece) => piece.text.trim() === ''))
  return run.isSame && isBetween && isSpace ? { ...run, isSame: false } : run
}

const sides = (runs: readonly Run<Unit>[]) => ({
  before: joined(runs.flatMap((run) => marked(run.before.flat(), !run.isSame))).flatMap(trimmed),
  after: joined(runs.flatMap((run) => marked(run.after.flat(), !run.isSame))).flatMap(trimmed),
})

/** The mark stands at the words; space around them stays outside, unless there is nothing but space. */
const trimmed = (piece: MarkedPiece): MarkedPiece[] => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.text) ?? []
  if (!piece.isMarked || words === '') return [piece]
  return [
    { ...piece, text: before, isMarked: false },
    { ...piece, text: words },
    { ...piece, text: after, isMarked: false },
  ].filter((part) => part.text !== '')
}

const marked = (pieces: readonly Piece[], isMarked: boolean): MarkedPiece[] =>
  pieces.map((piece) => ({ ...piece, isMarked }))

const joined = (pieces: readonly MarkedPiece[]): MarkedPiece[] => {
  const out: MarkedPiece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last && last.isMarked === piece.isMarked && last.marks.join() === piece.marks.join()) {
      out[out.length - 1] = { ...last, text: last.text + piece.text }
    } else {
      out.push(piece)
    }
  }
  return out
}
