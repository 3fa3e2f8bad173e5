import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { refuse } from './refuse.ts'

type Args = {
  id?: number | string
  data?: Record<string, unknown>
  draft?: boolean
  duplicateFromID?: number | string
} & {
  [flag in (typeof publishingFlags)[number]]?: unknown
}

/**
 * Requests that restore a version as a draft: Payload shows hooks the version's own status before it sets `draft`, and on
 * a derived request, so the identity of the context they share is the mark. Nothing in the context is read.
 */
const restoringDraft = new WeakSet<object>()

/** Query flags that publish or unpublish. */
const publishingFlags = [
  'publishAllLocales',
  'publishSpecificLocale',
  'unpublishAllLocales',
] as const

/**
 * Lets only drafting pass. Whatever would publish, unpublish or write a live row is refused before anything is touched;
 * the database refuses it too, less kindly. Bulk changes are made in drafts only.
 */
export const refuseLiveWrites: CollectionBeforeOperationHook = async ({
  args: given,
  collection,
  operation,
  req,
}) => {
  const args = given as Args // one hook for every operation; absent keys are undefined
  const name = String(operation)
  const docId = Number.isInteger(Number(args.id)) && args.id !== undefined ? Number(args.id) : null
  const no = () =>
    refuse({ req, collection: collection.slug, docId, operation: name, code: 'publish_refused' })
  if (name === 'create' || name === 'update') {
    const isFlagged = publishingFlags.some(
      (flag) => Boolean(args[flag]) || req.query?.[flag] !== undefined,
    )
    if (args.data?._status === 'published' || isFlagged) await no()
  }
  if (name === 'update' && args.draft !== true) {
    if (args.id === undefined) await no()
    if (docId !== null && (await isLive(req, collection.slug, docId))) await no()
  }
  if (name === 'restoreVersion') {
    if (args.draft !== true) await no()
    restoringDraft.add(req.context)
  }
  // A copy is a draft whatever it was copied from. The row is new, so nothing live is written as a draft by this.
  if (name === 'create' && args.duplicateFromID !== undefined) return { ...given, draft: true }
  return given
}

/** What the arguments did not show: a duplicate or a default that would be born published. */
export const refusePublishedData: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const isRestore = restoringDraft.delete(req.context)
  if (data._status !== 'published' || isRestore) return data
  const id: unknown = originalDoc?.id
  return refuse({
    req,
    collection: collection.slug,
    docId: typeof id === 'number' ? id : null,
    operation,
    code: 'publish_refused',
  })
}

const isLive = async (req: PayloadRequest, collection: string, id: number) => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ kind: string }>(
    `select kind from release.releases where collection = $1 and doc_id = $2::int
     order by released_at desc, seq desc limit 1`,
    [collection, id],
  )
  return rows[0] !== undefined && rows[0].kind !== 'withdraw'
}
