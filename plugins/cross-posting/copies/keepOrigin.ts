import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { describeFields, newestRaw, takeSnapshot } from '#plugins/release-log/index.ts'
import { PortalError } from '#kit/portalError.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { Origin } from '../types.ts'
import { expectedText, saysTheSame } from './expectedText.ts'
import { copyOf } from './findCopy.ts'
import { readFrozenText } from './frozenText.ts'
import type { FrozenText } from './frozenText.ts'
import { overlay } from './overlay.ts'

/**
 * Nobody writes an origin by hand, and a duplicate is no copy: the origin stays what the take-in wrote. Whoever changes what
 * readers see makes the copy an adapted one; whoever undoes it attaches it again.
 */
export const keepOrigin: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const kept = operation === 'update' ? (originalDoc?.origin as Origin | undefined) : undefined
  if (!kept?.site) return 'origin' in data ? { ...data, origin: nothing } : data
  const isAdapted = await isChanged(req, {
    collection: collection.slug,
    id: Number(originalDoc.id),
    data,
    origin: kept,
  })
  return { ...data, origin: { ...kept, isAdapted: isAdapted || null } }
}

const nothing = {
  site: null,
  collection: null,
  item: null,
  seq: null,
  sha256: null,
  url: null,
  siteName: null,
  publishedAt: null,
  hops: null,
  isAdapted: null,
  mode: null,
}

/** Keeps the register of copies in step, for lists and for what follows the log. */
export const noteAdapted: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const origin = doc.origin as Origin | undefined
  if (!origin?.site) return doc
  const sql = await sqlOf(req)
  await sql.query(
    `update cross_posting.copies set is_adapted = $3::boolean
     where collection = $1 and doc_id = $2::int and is_adapted <> $3::boolean`,
    [collection.slug, doc.id, Boolean(origin.isAdapted)],
  )
  return doc
}

/** A copy that was deleted before it was ever public: what it was taken from waits in the inbox again. */
export const forgetCopy: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const sql = await sqlOf(req)
  await sql.query(
    `update cross_posting.proposals set state = 'proposed', doc_id = null, submission_id = null, taken_by = null, taken_at = null
     where collection = $1 and doc_id = $2::int and state = 'under_review'`,
    [collection.slug, id],
  )
  await sql.query('delete from cross_posting.copies where collection = $1 and doc_id = $2::int', [
    collection.slug,
    id,
  ])
}

type Saved = { collection: string; id: number; data: Record<string, unknown>; origin: Origin }

const isChanged = async (req: PayloadRequest, saved: Saved): Promise<boolean> => {
  const { collection, id, data, origin } = saved
  const taken = await takenText(req, saved)
  const draft = await newestRaw({ req, collection, id })
  if (!taken || !draft) return true
  const config = req.payload.collections[collection as CollectionSlug].config
  const locale = req.locale && req.locale !== 'all' ? req.locale : 'vi'
  const raw = overlay(describeFields(config.flattenedFields), draft.raw, data, locale)
  try {
    const { body } = await takeSnapshot({ req, collection, id, raw })
    const expected = expectedText(taken, { collection, mode: origin.mode, origin })
    return !saysTheSame(collection, readFrozenText(collection, body).locales, expected)
  } catch (error) {
    // A draft may be such that no text can be made of it yet, for want of a site or of a file.
    if (error instanceof PortalError) return true
    throw error
  }
}

/** The text the copy was taken from. */
const takenText = async (
  req: PayloadRequest,
  { collection, id, origin }: Saved,
): Promise<FrozenText['locales'] | undefined> => {
  const sql = await sqlOf(req)
  const { rows } =
    typeof origin.seq === 'number'
      ? await sql.query<{ body: string | null }>(
          'select body from release.releases where log = $1 and seq = $2::bigint',
          [origin.site, origin.seq],
        )
      : await sql.query<{ body: string | null }>(
          `select body from cross_posting.proposals where origin_log = $1 and root_id = $2 and sha256 = $3
           and body is not null limit 1`,
          [origin.site, origin.item, origin.sha256],
        )
  const body = rows[0]?.body
  if (!body || !(await copyOf(sql, { collection, docId: id }))) return undefined
  return readFrozenText(collection, body).locales
}
