import type { CollectionSlug, Payload } from 'payload'
import type { ClientBase } from 'pg'
import { governed } from '#config/governed.ts'
import { importReleases } from '#plugins/release-log/index.ts'
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
    await importReleases({
      client,
      decision: decisionId,
      rows: batch.map((one, index) => ({
        log: one.log,
        collection,
        docId: one.id,
        body: bodies[index] ?? '',
        releasedAt: one.releasedAt,
      })),
    })
    await loadDocuments({ client, payload, collection, documents: batch })
    args.onDone?.(batch.length)
  }
}
