import type { CollectionSlug, Payload } from 'payload'
import type { ClientBase } from 'pg'
import { governed } from '#config/governed.ts'
import { describeFields } from '#plugins/release-log/submission/describeFields.ts'
import { canonical } from '../../domain/release/canonical.ts'
import type { FrozenFile } from '../../domain/release/frozenFile.ts'
import { loadDocuments } from './loadDocuments.ts'
import type { LoadDocument } from './loadDocuments.ts'

/** A document that becomes public with the import. */
export type ImportDocument = LoadDocument & { log: string; releasedAt: string }

const BATCH = 1000

/**
 * Makes documents of one collection public under one import decision: releases and read rows first, then Payload's rows,
 * which the guard lets pass because their releases stand in the same transaction.
 */
export const importDocuments = async (args: {
  client: ClientBase
  payload: Payload
  collection: CollectionSlug
  decisionId: string
  documents: readonly ImportDocument[]
  files: ReadonlyMap<number, FrozenFile>
  onDone?: (count: number) => void
}): Promise<void> => {
  const { client, payload, collection, decisionId, documents, files } = args
  const title = governed.find((one) => one.slug === collection)?.projection.title
  if (title === undefined) throw new Error(`demo: ${collection} is not governed`)
  const fields = describeFields(payload.collections[collection].config.flattenedFields)
  const fileOf = (id: number) => {
    const file = files.get(id)
    if (!file) throw new Error(`demo: file ${id} was not frozen`)
    return file
  }
  for (let from = 0; from < documents.length; from += BATCH) {
    const batch = documents.slice(from, from + BATCH)
    const bodies = batch.map((one) =>
      canonical({
        collection,
        id: one.id,
        log: one.log,
        fields,
        raw: one.data,
        locales: ['vi', 'en'],
        title,
        fileOf,
      }),
    )
    await client.query('select release.append_import($1, $2, $3, $4, $5, $6)', [
      decisionId,
      batch.map((one) => one.log),
      batch.map(() => collection),
      batch.map((one) => one.id),
      bodies,
      batch.map((one) => one.releasedAt),
    ])
    await loadDocuments({ client, payload, collection, documents: batch })
    args.onDone?.(batch.length)
  }
}

/** The one decision an import rests on. */
export const decideImport = async (
  client: ClientBase,
  decision: { decidedBy: number; log: string; explanation: string },
): Promise<string> => {
  const { rows } = await client.query<{ id: string }>(
    `insert into release.decisions (log, collection, doc_id, kind, decided_by, capacity, reason_code, explanation)
     values ($1, 'articles', 0, 'publish', $2, 'import', 'initial_import', $3) returning id`,
    [decision.log, decision.decidedBy, decision.explanation],
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('demo: the import decision was not stored')
  return id
}
