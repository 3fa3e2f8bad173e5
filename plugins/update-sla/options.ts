import type { Rule } from '#domain/sla/inForce.ts'
import type { Window } from '#domain/sla/windowsBetween.ts'
import type { Label } from '#kit/label.ts'

/** An update window of a kind of site, with its clause. */
export type UpdateWindow = Rule &
  Window & { siteKind: 'city' | 'component'; label: Label; warnMinutes: number }

/** What update-sla is told. */
export type UpdateSlaOptions = {
  windows: readonly UpdateWindow[]
  /** Days known where the collection `working-days` has none: a new installation. */
  knownDays: readonly { date: string; kind: 'off' | 'work' | 'halfDay' }[]
}

/** The deployment's zone: all of Vietnam. */
export const ZONE = 'Asia/Ho_Chi_Minh'

let current: UpdateSlaOptions | undefined

/** Keeps the options for jobs and screens. */
export const keepOptions = (options: UpdateSlaOptions): void => {
  current = options
}

/** The options of this installation. */
export const theOptions = (): UpdateSlaOptions => {
  if (!current) throw new Error('update-sla: the plugin is not part of this config')
  return current
}
