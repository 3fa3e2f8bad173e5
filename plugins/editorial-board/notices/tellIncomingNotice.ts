import type { IncomingNotice } from '../incoming/tellIncoming.ts'
import { takersOf } from './recipients.ts'
import { nameOfSite } from './siteNames.ts'
import { tell } from './tell.ts'
import type { Telling } from './tell.ts'

/** Tells people of a board about an item between their site and another. */
export const tellIncomingNotice = async (
  telling: Telling,
  notice: IncomingNotice,
): Promise<void> => {
  const { board, outcome, explanation } = notice
  await tell(
    telling,
    {
      key: `${notice.kind}:${notice.key}`,
      kind: notice.kind,
      board,
      log: notice.log ?? board,
      collection: notice.collection ?? null,
      docId: notice.docId ?? null,
      submissionId: null,
      round: null,
      step: null,
      title: notice.title,
      isUrgent: notice.kind === 'proposedUrgent',
      detail: {
        from: nameOfSite(telling.siteNames, notice.from),
        href: notice.href,
        ...(outcome ? { outcome } : {}),
        ...(explanation ? { explanation } : {}),
      },
    },
    notice.people ?? (await takersOf(telling.sql, board, telling.now)),
  )
}
