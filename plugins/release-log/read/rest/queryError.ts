import { PortalError } from '#kit/portalError.ts'

/** The clear no to a question the public REST does not answer. */
export const unsupported = (vi: string, en: string, details?: Record<string, unknown>) =>
  new PortalError('unsupported_query', 400, { vi, en }, details)
