import { diffArrays } from 'diff'

/** How many comparisons of two units may still be made; counted down by every comparison. */
export type Budget = { left: number }

/** What stands in the same place of two sequences: equal on both sides, or what was there and what came. */
export type Run<T> = { isSame: boolean; before: T[]; after: T[] }

/**
 * The shortest way from one sequence to the other; null when it would take more comparisons than the budget allows.
 *
 * @param keyOf equal for units that count as equal
 */
export const diffSequence = <T>(options: {
  before: readonly T[]
  after: readonly T[]
  keyOf: (unit: T) => string
  budget: Budget
}): Run<T>[] | null => {
  const { keyOf, budget } = options
  const numbers = new Map<string, number>()
  const numbered = (unit: T): Keyed<T> => {
    const text = keyOf(unit)
    const key = numbers.get(text) ?? numbers.size
    numbers.set(text, key)
    return { unit, key }
  }
  const before = options.before.map(numbered)
  const after = options.after.map(numbered)
  const ends = commonEnds(
    before.map((one) => one.key),
    after.map((one) => one.key),
    budget,
  )
  const middle = bounded(
    before.slice(ends.start, before.length - ends.end),
    after.slice(ends.start, after.length - ends.end),
    budget,
  )
  if (!middle) return null
  const head = same(before.slice(0, ends.start), after.slice(0, ends.start))
  const tail = same(before.slice(before.length - ends.end), after.slice(after.length - ends.end))
  return [head, ...middle, tail]
    .filter((run) => run.before.length + run.after.length > 0)
    .map((run) => ({
      isSame: run.isSame,
      before: run.before.map((one) => one.unit),
      after: run.after.map((one) => one.unit),
    }))
}

/** A unit with a number for its key: numbers are compared faster than texts. */
type Keyed<T> = { unit: T; key: number }

class BudgetSpent extends Error {}

const commonEnds = (before: number[], after: number[], budget: Budget) => {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end += 1
  }
  budget.left -= start + end + 1
  return { start, end }
}

const bounded = <T>(
  before: Keyed<T>[],
  after: Keyed<T>[],
  budget: Budget,
): Run<Keyed<T>>[] | null => {
  if (before.length === 0 || after.length === 0) return [{ isSame: false, before, after }]
  try {
    const changes = diffArrays(before, after, {
      comparator: (left, right) => {
        budget.left -= 1
        // The library bounds edits, not comparisons; only leaving it ends the work.
        if (budget.left < 0) throw new BudgetSpent()
        return left.key === right.key
      },
    })
    return runsOf(changes, before)
  } catch (error) {
    if (error instanceof BudgetSpent) return null
    throw error
  }
}

/** The library's changes as runs; it gives the new side of what is equal, the old side is taken from where it stands. */
const runsOf = <T>(
  changes: readonly { added: boolean; removed: boolean; value: Keyed<T>[] }[],
  before: readonly Keyed<T>[],
): Run<Keyed<T>>[] => {
  const runs: Run<Keyed<T>>[] = []
  let at = 0
  for (const change of changes) {
    if (!change.added && !change.removed) {
      runs.push(same(before.slice(at, at + change.value.length), change.value))
    } else {
      const last = runs.at(-1)
      const run = last && !last.isSame ? last : { isSame: false, before: [], after: [] }
      if (run !== last) runs.push(run)
      if (change.added) run.after.push(...change.value)
      else run.before.push(...change.value)
    }
    if (!change.added) at += change.value.length
  }
  return runs
}

const same = <T>(before: readonly T[], after: readonly T[]): Run<T> => ({
  isSame: true,
  before: [...before],
  after: [...after],
})
