import type { CollectionSlug, Payload } from 'payload'
import type { ClientBase } from 'pg'
import { importDocuments } from './bulk/importDocuments.ts'
import type { ImportDocument } from './bulk/importDocuments.ts'
import { reserveIds } from './bulk/reserveIds.ts'
import type { RawDocument } from './bulk/tableRows.ts'
import type { Pictures } from './pictures/uploadPictures.ts'

/** A document to be made public, with the time its board is said to have released it. */
export type Publication = { id?: number; log: string; data: RawDocument; releasedAt: Date }

/** Releases documents of a collection; ids are given here. */
export type Publish = (
  collection: CollectionSlug,
  documents: readonly Publication[],
) => Promise<number[]>

const WRITING_MS = 90 * 60_000

/** Publishes on one connection, in the transaction its caller holds. */
export const publisher =
  (args: {
    client: ClientBase
    payload: Payload
    decisionId: string
    pictures: Pictures
    onDone: (count: number) => void
  }): Publish =>
  async (collection, documents) => {
    const { client, payload, decisionId, pictures, onDone } = args
    const reserved = await reserveIds(client, collection.replace(/-/g, '_'), documents.length)
    const ready = documents.map((one, index): ImportDocument => {
      const time = one.releasedAt.toISOString()
      return {
        id: one.id ?? reserved[index] ?? 0,
        data: one.data,
        log: one.log,
        releasedAt: time,
        createdAt: new Date(one.releasedAt.getTime() - WRITING_MS).toISOString(),
        updatedAt: time,
        status: 'published',
      }
    })
    await importDocuments({
      client,
      payload,
      collection,
      decisionId,
      documents: ready,
      files: pictures.files,
      onDone,
    })
    return ready.map((one) => one.id)
  }
