import type { ClaimedHint } from './hintStore.ts'

/**
 * The body of a hint: what was released where, and nothing of the item itself. Whoever hears it pulls the feed from its own
 * number; a hint that is old, repeated or lost does no harm.
 */
export const messageOf = (
  hint: Pick<
    ClaimedHint,
    'log' | 'collection' | 'docId' | 'seq' | 'sha256' | 'kind' | 'releasedAt' | 'lane'
  >,
): string =>
  JSON.stringify({
    type: 'release',
    site: hint.log,
    collection: hint.collection,
    item: hint.docId,
    seq: hint.seq,
    sha256: hint.sha256,
    kind: hint.kind,
    isEmergency: hint.lane === 0,
    releasedAt: hint.releasedAt.toISOString(),
  })
