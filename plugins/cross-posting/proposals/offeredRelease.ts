import type { FrozenText } from '../copies/frozenText.ts'
import { theOptions } from '../options.ts'
import type { Offered } from './openProposals.ts'

/** A release with its text as it is offered to other logs: handed on under the name of the first publisher. */
export const offeredRelease = (
  release: {
    log: string
    seq: number
    collection: string
    docId: number
    kind: Offered['kind']
    sha256: string
    isEmergencyLane: boolean
  },
  text: FrozenText,
): Offered => {
  const { log, collection, docId } = release
  const { origin, title, category, contentKind } = text
  const isEmergency =
    release.isEmergencyLane || (theOptions().isEmergency?.(collection, text.document) ?? false)
  return {
    originLog: log,
    originSeq: release.seq,
    originDocId: docId,
    collection,
    root: origin
      ? { log: origin.site, collection: origin.collection, id: origin.item }
      : { log, collection, id: String(docId) },
    sha256: release.sha256,
    title,
    category,
    contentKind,
    kind: release.kind,
    hops: origin ? [...origin.hops, log] : [log],
    isEmergency,
  }
}
