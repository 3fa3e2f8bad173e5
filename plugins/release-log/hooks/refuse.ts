import type { APIError } from 'payload'
import { toApiError } from '#kit/toApiError.ts'
import { releaseError } from '../errors.ts'
import type { ReleaseErrorCode } from '../errors.ts'
import { recordRefusal } from './recordRefusal.ts'
import type { Refusal } from './recordRefusal.ts'

/** Refusals that are in the audit trail already. */
const noted = new WeakSet<APIError>()

/** Records the attempt and answers it with a sentence and a stable code. */
export const refuse = async (refusal: Refusal & { code: ReleaseErrorCode }): Promise<never> => {
  await recordRefusal(refusal)
  const error = toApiError(releaseError(refusal.code), refusal.req.i18n?.language)
  noted.add(error)
  throw error
}

/** Whether `refuse` made and recorded that error. */
export const isNoted = (error: Error): boolean => noted.has(error as APIError)
