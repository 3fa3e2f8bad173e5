import { toApiError } from '#kit/toApiError.ts'
import { releaseError } from '../errors.ts'
import type { ReleaseErrorCode } from '../errors.ts'
import { recordRefusal } from './recordRefusal.ts'
import type { Refusal } from './recordRefusal.ts'

/** Records the attempt and answers it with a sentence and a stable code. */
export const refuse = async (refusal: Refusal & { code: ReleaseErrorCode }): Promise<never> => {
  await recordRefusal(refusal)
  throw toApiError(releaseError(refusal.code), refusal.req.i18n?.language)
}
