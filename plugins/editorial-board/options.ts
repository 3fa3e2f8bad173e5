import type { GovernedCollection } from '#kit/governed.ts'
import type { Label } from '#kit/label.ts'

/** What the editorial board is told. */
export type EditorialBoardOptions = {
  governed: readonly GovernedCollection[]
  /** The legal list of refusal grounds in force on a day (YYYY-MM-DD). */
  groundsOn: (day: string) => { code: string; clause: string; label: Label }[]
  /** When a submission made at `at` counts as late on the desk. */
  dueAt: (at: Date, priority: string) => Date
  /**
   * Whether who submitted may also approve: for a board of one person.
   * @default false
   */
  allowsOwnWork?: boolean
}

let current: EditorialBoardOptions | undefined

/** Keeps the options for the verbs. */
export const keepOptions = (options: EditorialBoardOptions): void => {
  current = options
}

/** The options of this installation. */
export const theOptions = (): EditorialBoardOptions => {
  if (!current) throw new Error('editorial-board: the plugin is not part of this config')
  return current
}
