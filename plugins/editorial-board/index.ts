import type { GovernedCollection } from '#kit/governed.ts'
import { plugin } from '#kit/plugin.ts'

/** What the editorial board is told. */
export type EditorialBoardOptions = { governed: readonly GovernedCollection[] }

/** Submissions, ballots and decisions of the editorial boards. */
export const editorialBoard = (_options: EditorialBoardOptions) =>
  plugin({ slug: 'editorial-board', order: 10 }, (config) => config)
