import type { Pool } from 'pg'
import { readSnapshot } from '../snapshot.ts'
import { capOfDispatch } from './capOfDispatch.ts'
import { readMessages, readUnits } from './readCapSources.ts'
import { validateCap } from './validateCap.ts'
import { writeCap } from './writeCap.ts'

/** Makes the CAP document of a dispatch. */
export type CapDocuments = (dispatch: {
  id: string
  number: number | string
  snapshot: string
}) => Promise<string>

/**
 * CAP documents of dispatches, checked by our own rules before anybody sees them.
 *
 * @param options.publicUrl its host names the sender
 * @param options.categoryOf CAP's category of a topic's code
 */
export const createCapDocuments =
  (options: {
    pool: Pick<Pool, 'query'>
    publicUrl: string
    categoryOf?: (topic: string | null) => string
  }): CapDocuments =>
  async ({ id, number, snapshot }) => {
    const read = readSnapshot(snapshot)
    const [{ own, earlier }, units] = await Promise.all([
      readMessages(options.pool, { id, chain: read.chain, number }),
      readUnits(options.pool, read.audience),
    ])
    const document = writeCap(
      capOfDispatch({
        id,
        snapshot: read,
        sender: senderOf(options.publicUrl),
        web: options.publicUrl,
        releasedAs: own.releasedAs ?? null,
        isAddition: own.isAddition,
        earlier,
        units,
        ...(options.categoryOf ? { categoryOf: options.categoryOf } : {}),
      }),
    )
    const [fault] = validateCap(document)
    if (fault) throw new Error(`no sound CAP document: ${fault.code} at ${fault.where}`)
    return document
  }

const senderOf = (publicUrl: string): string => `coloa@${new URL(publicUrl).hostname}`
