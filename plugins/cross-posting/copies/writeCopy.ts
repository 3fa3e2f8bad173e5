import type { CollectionSlug, PayloadRequest } from 'payload'
import { describeFields, newestRaw } from '#plugins/release-log/index.ts'
import type { Sql } from '#kit/transaction.ts'
import { vietnameseSlug } from '#domain/text/vietnameseSlug.ts'
import { crossPostingError } from '../errors.ts'
import { crossPosted, siteField } from '../options.ts'
import type { Mode, Origin, Proposal, Site } from '../types.ts'
import { expectedText } from './expectedText.ts'
import { findCopy } from './findCopy.ts'
import { freeSlug } from './freeSlug.ts'
import { freshCopy } from './freshCopy.ts'
import type { Source } from './readSource.ts'
import { storedOfText } from './storedOfText.ts'

type Json = Record<string, unknown>

type Writing = {
  req: PayloadRequest
  sql: Sql
  site: Site
  collection: string
  root: Proposal['root']
  sourceLog: string
  source: Source
  mode: Mode
  /** Of the receiving site; else that of the copy, else that of the original. */
  category?: number | undefined
}

/**
 * Writes the text of another site as a draft of this one: a new document, or the next version of the copy that is there. The
 * adapter is called below Payload's hooks: no person's hand wrote it, and its submission validates every language.
 *
 * @returns the id of the copy
 * @throws PortalError unknown_category
 */
export const writeCopy = async (writing: Writing): Promise<number> => {
  const { req, sql, site, collection, source, mode, root } = writing
  const before = await findCopy(sql, { log: site.code, root })
  const draft = before && (await newestRaw({ req, collection, id: before.docId }))
  const own = await ownFields(writing, draft?.raw)
  const origin: Origin = { ...source.origin, mode, isAdapted: source.origin.isAdapted || null }
  const now = new Date().toISOString()
  const data: Json = {
    ...textFor(writing, origin),
    ...privateOf(writing, draft?.raw),
    ...own,
    origin,
    _status: 'draft',
    updatedAt: now,
  }
  const slug = collection as CollectionSlug // one of the options' collections
  const created = draft ? { createdAt: draft.raw.createdAt } : { createdAt: now }
  const id = draft
    ? before.docId
    : Number(
        (await req.payload.db.create({ collection: slug, data: { ...data, ...created }, req })).id,
      )
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: slug,
    createdAt: now,
    updatedAt: now,
    parent: id,
    versionData: { ...data, ...created } as never, // stored form of a document, all locales
    req,
    returning: false,
  })
  await noteCopy(writing, id)
  return id
}

const textFor = (writing: Writing, origin: Origin): Json => {
  const { req, collection, source, mode } = writing
  const config = req.payload.collections[collection as CollectionSlug].config
  const fields = describeFields(config.flattenedFields)
  const locales = Object.keys(source.text.locales)
  const isWhole = mode === 'copy' && source.stored
  const stored = isWhole
    ? source.stored
    : storedOfText(fields, expectedText(source.text.locales, { collection, mode, origin }))
  return freshCopy(fields, stored ?? {}, locales)
}

/** What the receiving board noted for itself stays, whatever comes in. */
const privateOf = ({ req, collection }: Writing, draft: Json | undefined): Json => {
  const { flattenedFields } = req.payload.collections[collection as CollectionSlug].config
  const names = describeFields(flattenedFields).flatMap((one) => (one.isPrivate ? one.name : []))
  return Object.fromEntries(names.map((name) => [name, draft?.[name] ?? null]))
}

/** What a copy has of its own, whatever it shows: site, address, section. */
const ownFields = async (writing: Writing, draft: Json | undefined): Promise<Json> => {
  const { req, collection, site, source } = writing
  const { slug = 'slug', category } = crossPosted(collection)?.projection ?? {}
  const kept = draft?.[slug]
  const address =
    typeof kept === 'string' && kept !== ''
      ? kept
      : await freeSlug({
          req,
          collection,
          field: slug,
          site: site.id,
          wanted: source.slug ?? vietnameseSlug(source.text.title),
        })
  const section = writing.category ?? draft?.[category ?? ''] ?? source.text.category
  if (category && (section === null || section === undefined))
    throw crossPostingError('unknown_category')
  return { [siteField()]: site.id, [slug]: address, ...(category ? { [category]: section } : {}) }
}

const noteCopy = async (writing: Writing, id: number) => {
  const { sql, site, collection, root, sourceLog, source, mode } = writing
  await sql.query(
    `insert into cross_posting.copies as c (log, collection, doc_id, root_log, root_collection, root_id, source_log, taken_seq,
       taken_sha256, mode, is_adapted)
     values ($1, $2, $3::int, $4, $5, $6, $7, $8::bigint, $9, $10, $11::boolean)
     on conflict (root_log, root_collection, root_id, log) do update set doc_id = excluded.doc_id,
       source_log = excluded.source_log, taken_seq = excluded.taken_seq, taken_sha256 = excluded.taken_sha256,
       mode = excluded.mode, is_adapted = excluded.is_adapted, taken_at = clock_timestamp()`,
    [
      site.code,
      collection,
      id,
      root.log,
      root.collection,
      root.id,
      sourceLog,
      source.origin.seq ?? null,
      source.origin.sha256,
      mode,
      Boolean(source.origin.isAdapted),
    ],
  )
}
