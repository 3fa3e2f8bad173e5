import { compose } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { behaviour } from './behaviour.ts'
import type { ReleaseLogOptions } from './options.ts'
import { schema } from './schema.ts'

/**
 * The spine: what was decided is frozen, numbered and made public, and nothing else is.
 *
 * @example releaseLog({ governed, exempt, followers: ['dispatch'], mediaDir: env.mediaDir })
 */
export const releaseLog = (options: ReleaseLogOptions) =>
  plugin({ slug: 'release-log', order: 0 }, compose(schema(options), behaviour(options)))

export type { ReleaseLogOptions } from './options.ts'
export type {
  Capacity,
  Decision,
  DecisionInput,
  OriginRelease,
  Release,
  ReleaseKind,
  Submission,
} from './types.ts'
export type { FollowedRelease } from './follow.ts'
export type { ImportRow } from './importReleases.ts'
export { follow } from './follow.ts'
export { describeFields } from './submission/describeFields.ts'
export { freezeSubmission, snapshotNow } from './submission/freezeSubmission.ts'
export { newestRaw } from './submission/newestRaw.ts'
export { takeSnapshot } from './submission/takeSnapshot.ts'
export { hashBody, importReleases, recordImportDecision, settleImport } from './importReleases.ts'
export { demandGuardUntouched } from './guard/demandGuardUntouched.ts'
export { recordRefusal } from './hooks/recordRefusal.ts'
export { installGuard } from './guard/installGuard.ts'
export { recordDecision } from './release/recordDecision.ts'
export { confirmReleased, isReleased, release } from './release/release.ts'
export { verifyGuard } from './guard/verifyGuard.ts'
