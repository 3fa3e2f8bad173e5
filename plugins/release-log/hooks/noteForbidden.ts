import type { AfterErrorHook, PayloadRequest } from 'payload'
import { optionsOf } from '../options.ts'
import { recordRefusal } from './recordRefusal.ts'
import { isNoted } from './refuse.ts'

type Known = Error & { status?: number; data?: { code?: string } | null }

/**
 * Notes what access rules refused to somebody signed in: every write, and the reading of what is governed or of files. The
 * refusals of this plugin's own hooks are noted where they are made.
 */
export const noteForbidden: AfterErrorHook = async (failure) => {
  const { collection, error, graphqlResult, req } = failure
  const { originalError } = error as { originalError?: Error }
  const cause = (originalError ?? error) as Known // Payload's errors carry a status, ours a code too
  if (!req.user || cause.status !== 403 || isNoted(cause)) return
  const slug = collection?.slug ?? ''
  if (!graphqlResult && req.method === 'GET' && !isWatched(req, slug)) return
  const [field] = graphqlResult?.path ?? []
  await recordRefusal({
    req,
    collection: slug,
    docId: idOf(req),
    operation: field === undefined ? (req.method ?? 'unknown').toLowerCase() : String(field),
    code: codeOf(failure) ?? cause.data?.code ?? 'forbidden',
  })
}

/** The code the answer carries, when a hook before this one gave it one. */
const codeOf = ({ graphqlResult, result }: Parameters<AfterErrorHook>[0]): string | undefined => {
  const { errors } = (result ?? {}) as { errors?: { code?: string }[] }
  const { code } = (graphqlResult?.extensions ?? {}) as { code?: string }
  return code ?? errors?.[0]?.code
}

const isWatched = (req: PayloadRequest, slug: string) =>
  optionsOf(req.payload).governed.some((one) => one.slug === slug) ||
  Boolean(req.payload.collections[slug as 'media']?.config.upload) // undefined for what is no collection

const idOf = (req: PayloadRequest): number | null => {
  const id = Number(req.routeParams?.id)
  return Number.isInteger(id) && id > 0 && id < 2 ** 31 ? id : null
}
