import type { DiffRow } from './diffBlocks.ts'

/** Rows to show, or unchanged ones to fold away. */
export type Stretch = { isFolded: boolean; rows: DiffRow[] }

/** Unchanged rows that stay visible beside a change, so that it is read in its place. */
const CONTEXT = 1
/** Fewer unchanged rows than this are not worth a fold. */
const LEAST = 3

/** Folds long stretches of unchanged rows, with a row of context beside each change. */
export const foldRows = (rows: readonly DiffRow[]): Stretch[] => {
  const isNear = rows.map((_, index) =>
    rows
      .slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
      .some((near) => near.kind !== 'same'),
  )
  const stretches: Stretch[] = []
  for (const [index, row] of rows.entries()) {
    const isFolded = isNear[index] !== true
    const last = stretches.at(-1)
    if (last && last.isFolded === isFolded) last.rows.push(row)
    else stretches.push({ isFolded, rows: [row] })
  }
  return stretches.map((one) => ({ ...one, isFolded: one.isFolded && one.rows.length >= LEAST }))
}
