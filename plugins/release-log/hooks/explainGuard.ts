import type { AfterErrorHook } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { fromDatabase } from '../errors.ts'
import { recordRefusal } from './recordRefusal.ts'

/** Answers what only the database refused as 403 with a sentence instead of 500. */
export const explainGuard: AfterErrorHook = async ({ collection, error, graphqlResult, req }) => {
  const known = fromDatabase((error as { originalError?: Error }).originalError ?? error)
  if (!(known instanceof PortalError) || known.code !== 'guard_refused') return
  await recordRefusal({
    req,
    collection: collection?.slug ?? '',
    docId: null,
    operation: req.method ?? 'unknown',
    code: known.code,
  })
  const { messages, code, status } = known
  const message = req.i18n?.language?.startsWith('en') ? messages.en : messages.vi
  if (graphqlResult) {
    const extensions = { ...graphqlResult.extensions, code, statusCode: status }
    return { graphqlResult: { ...graphqlResult, message, extensions } }
  }
  return { status, response: { errors: [{ name: 'APIError', message, data: { code } }] } }
}
