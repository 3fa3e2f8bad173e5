import type { PayloadRequest } from 'payload'
import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import type { Review } from '../store.ts'
import { shownOf } from './shownOf.ts'

/** Asks what else the installation demands of what was submitted, before it is decided or carried out. @throws as demandRelease */
export const demandReleasable = async (
  req: PayloadRequest,
  sql: Sql,
  { review, at }: { review: Review; at: Date },
): Promise<void> => {
  const { demandRelease } = theOptions()
  if (!demandRelease) return
  const { collection, docId, log, submissionId } = review
  const { rows } = await sql.query<{ body: string }>(
    'select body from release.submissions where id = $1::uuid',
    [submissionId],
  )
  const { document } = shownOf(collection, rows[0]?.body ?? '{"locales":{}}')
  await demandRelease(req, { collection, id: docId, log, document, at })
}
