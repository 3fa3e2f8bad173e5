import type { CollectionSlug, Payload } from 'payload'
import type { ClientBase } from 'pg'
import { copyInto } from './copyInto.ts'
import type { Row } from './copyInto.ts'
import { reserveIds } from './reserveIds.ts'
import { tableRows } from './tableRows.ts'
import type { RawDocument } from './tableRows.ts'

/** One document to store. */
export type LoadDocument = {
  id: number
  data: RawDocument
  /** ISO times. */
  createdAt: string
  updatedAt: string
  /** Of collections with drafts. */
  status?: 'draft' | 'published'
  /** Columns Payload adds of its own, such as those of accounts. */
  columns?: Row
}

/**
 * Stores documents of one collection in Payload's own tables by COPY, with the version the admin lists them by. Published
 * rows pass the guard only where their releases are part of the same transaction.
 */
export const loadDocuments = async (args: {
  client: ClientBase
  payload: Payload
  collection: CollectionSlug
  documents: readonly LoadDocument[]
}): Promise<void> => {
  const { client, payload, collection, documents } = args
  if (documents.length === 0) return
  const config = payload.collections[collection].config
  const table = tableName(payload, collection)
  const fields = config.flattenedFields.filter(
    (field) => !['id', 'createdAt', 'updatedAt', '_status'].includes(field.name),
  )
  const batch = new Map<string, Row[]>()
  const versionIds = config.versions
    ? await reserveIds(client, `_${table}_v`, documents.length)
    : undefined
  const arrayIds = config.versions
    ? await arrayIdSource({ client, table: `_${table}_v`, collection, documents })
    : never
  documents.forEach((document, index) => {
    const main = tableRows({
      fields,
      document: document.data,
      id: document.id,
      place: { table, prefix: '', path: '', arrayIds: never, isVersion: false },
      extra: {
        created_at: document.createdAt,
        updated_at: document.updatedAt,
        ...(document.status ? { _status: document.status } : {}),
        ...document.columns,
      },
    })
    merge(batch, main)
    const versionId = versionIds?.[index]
    if (versionId === undefined) return
    const version = tableRows({
      fields,
      document: document.data,
      id: versionId,
      place: {
        table: `_${table}_v`,
        prefix: 'version_',
        path: 'version.',
        arrayIds,
        isVersion: true,
      },
      extra: {
        parent_id: document.id,
        version_created_at: document.createdAt,
        version_updated_at: document.updatedAt,
        version__status: document.status ?? 'draft',
        created_at: document.createdAt,
        updated_at: document.updatedAt,
        latest: true,
      },
    })
    merge(batch, version)
  })
  const texts = batch.get(`${table}_locales`)
  const isVersioned = versionIds !== undefined && texts !== undefined
  if (isVersioned) batch.delete(`_${table}_v_locales`)
  for (const [name, rows] of parentsFirst(batch)) await copyInto(client, `public."${name}"`, rows)
  if (!isVersioned) return
  await copyTexts({ client, table, texts, ids: documents.map((one) => one.id), versionIds })
}

/** The texts of the versions are those of the documents: copied where they are, compressed as they are. */
const copyTexts = async (args: {
  client: ClientBase
  table: string
  texts: readonly Row[]
  ids: number[]
  versionIds: number[]
}) => {
  const { client, table, texts, ids, versionIds } = args
  const names = [...new Set(texts.flatMap((row) => Object.keys(row)))].filter(
    (name) => name !== '_locale' && name !== '_parent_id',
  )
  await client.query(
    `insert into public."_${table}_v_locales" (${names.map((name) => `"version_${name}"`).join(', ')}, _locale, _parent_id)
     select ${names.map((name) => `t."${name}"`).join(', ')}, t._locale, v.version
     from unnest($1::int[], $2::int[]) v(id, version)
     cross join unnest(enum_range(null::public._locales)) l(locale)
     join public."${table}_locales" t on t._locale = l.locale and t._parent_id = v.id`,
    [ids, versionIds],
  )
}

/** The main table of a collection. */
export const tableName = (payload: Payload, collection: string): string => {
  const { tableNameMap } = payload.db as unknown as { tableNameMap: Map<string, string> } // drizzle's own, not in the base type
  return tableNameMap.get(collection.replace(/-/g, '_')) ?? collection.replace(/-/g, '_')
}

const merge = (batch: Map<string, Row[]>, rows: Map<string, Row[]>) => {
  for (const [name, list] of rows) {
    const known = batch.get(name)
    if (known) for (const row of list) known.push(row)
    else batch.set(name, [...list])
  }
}

/** Shorter names are parents of longer ones: `articles` before `articles_locales`, arrays before their locales. */
const parentsFirst = (batch: Map<string, Row[]>) =>
  [...batch].sort(([left], [right]) => left.length - right.length)

const never = (): string => {
  throw new Error('demo: this collection stores no array')
}

const arrayIdSource = async (args: {
  client: ClientBase
  table: string
  collection: string
  documents: readonly LoadDocument[]
}) => {
  if (args.collection !== 'site-settings') return never
  const count = args.documents.reduce(
    (sum, one) => sum + (Array.isArray(one.data.menu) ? one.data.menu.length : 0),
    0,
  )
  const ids = await reserveIds(args.client, `${args.table}_version_menu`, count)
  let next = 0
  return () => ids[next++] ?? never()
}
