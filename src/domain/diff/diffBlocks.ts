import type { Block } from './block.ts'
import { textOfBlock } from './block.ts'
import { diffPieces, wholePieces } from './diffPieces.ts'
import type { MarkedPieces } from './diffPieces.ts'
import { diffSequence } from './diffSequence.ts'
import type { Budget } from './diffSequence.ts'

/** One line of a comparison. */
export type DiffRow =
  | { kind: 'same'; block: Block }
  | { kind: 'removed'; before: Block }
  | { kind: 'added'; after: Block }
  /** The same place with other words; `pieces` marks them. */
  | { kind: 'changed'; before: Block; after: Block; pieces: MarkedPieces }
  /** The same place with another file, or the same file with other words or another cut. */
  | {
      kind: 'file'
      before: Block
      after: Block
      pieces: MarkedPieces
      change: 'bytes' | 'cut' | 'words'
    }
  /** A row of an array or a block of a page, compared inside. */
  | { kind: 'inside'; before: Block; after: Block; rows: DiffRow[] }

/**
 * Two sequences of blocks beside each other: what stayed, what went, what came, and what was reworded in its place. What
 * is too much to be compared within the budget is given as gone and come.
 */
export const diffBlocks = (
  before: readonly Block[],
  after: readonly Block[],
  budget: Budget,
): DiffRow[] => {
  const runs = diffSequence({ before, after, keyOf: (one) => one.key, budget })
  if (!runs) return apart(before, after)
  return runs.flatMap((run) =>
    run.isSame
      ? run.after.map((one): DiffRow => ({ kind: 'same', block: one }))
      : reworded(run.before, run.after, budget),
  )
}

/** How far ahead the successor of a block is looked for. */
const AHEAD = 12
/** The share of common words from which two texts count as the same one, reworded. */
const ALIKE = 0.4
/** From here on no better one is looked for. */
const SURE = 0.75
/** Below, two texts in the same place are shown beside each other without marking the words they happen to share. */
const STRANGE = 0.15

const reworded = (before: readonly Block[], after: readonly Block[], budget: Budget): DiffRow[] => {
  if (before.length === 1 && after.length === 1 && before[0]?.kind === after[0]?.kind) {
    return [pair(before[0] as Block, after[0] as Block, budget)]
  }
  const rows: DiffRow[] = []
  let next = 0
  for (const old of before) {
    const found = successor(old, after.slice(next, next + AHEAD), budget)
    if (found < 0) {
      rows.push({ kind: 'removed', before: old })
      continue
    }
    const come = after.slice(next, next + found)
    rows.push(...come.map((one): DiffRow => ({ kind: 'added', after: one })))
    rows.push(pair(old, after[next + found] as Block, budget))
    next += found + 1
  }
  return [...rows, ...apart([], after.slice(next))]
}

const apart = (before: readonly Block[], after: readonly Block[]): DiffRow[] => [
  ...before.map((one): DiffRow => ({ kind: 'removed', before: one })),
  ...after.map((one): DiffRow => ({ kind: 'added', after: one })),
]

const successor = (old: Block, among: readonly Block[], budget: Budget): number => {
  let best = -1
  let highest = ALIKE
  for (const [index, one] of among.entries()) {
    const likeness = likenessOf(old, one, budget)
    if (likeness > highest) {
      best = index
      highest = likeness
      if (likeness > SURE) break
    }
  }
  return best
}

/** From 0, nothing in common, to 1. */
const likenessOf = (a: Block, b: Block, budget: Budget): number => {
  if ((a.kind === 'row') !== (b.kind === 'row') || (a.kind === 'file') !== (b.kind === 'file'))
    return 0
  if (a.file && b.file) return a.file.id === b.file.id || a.file.sha256 === b.file.sha256 ? 1 : 0
  if (budget.left <= 0) return 0
  const left = words(a)
  const right = words(b)
  budget.left -= left.length + right.length
  if (a.kind === 'row' && a.label === b.label && a.style !== b.style) return 0
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) common += 1
    counts.set(word, count - 1)
  }
  return left.length + right.length === 0 ? 1 : (2 * common) / (left.length + right.length)
}

const words = (one: Block): string[] => textOfBlock(one).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const pair = (before: Block, after: Block, budget: Budget): DiffRow => {
  if (before.kind === 'row' && after.kind === 'row') {
    const rows = diffBlocks(before.children, after.children, budget)
    return { kind: 'inside', before, after, rows }
  }
  const isStrange = !before.file && likenessOf(before, after, budget) < STRANGE
  const pieces = isStrange
    ? wholePieces(before.pieces, after.pieces)
    : diffPieces(before.pieces, after.pieces, budget)
  if (before.file && after.file) {
    const change =
      before.file.sha256 !== after.file.sha256
        ? 'bytes'
        : before.file.sizes !== after.file.sizes
          ? 'cut'
          : 'words'
    return { kind: 'file', before, after, pieces, change }
  }
  return { kind: 'changed', before, after, pieces }
}
