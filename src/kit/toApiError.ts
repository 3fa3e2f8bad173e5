import { APIError } from 'payload'
import type { PortalError } from './portalError.ts'

/**
 * The same refusal as Payload's own error, for hooks whose errors Payload itself answers: the sentence is the message,
 * the code rides in `data.code` and reaches the client in `errors[0].data`.
 */
export const toApiError = (error: PortalError, language = 'vi'): APIError =>
  new APIError(
    language.startsWith('en') ? error.messages.en : error.messages.vi,
    error.status,
    { code: error.code, ...error.details },
    true,
  )
