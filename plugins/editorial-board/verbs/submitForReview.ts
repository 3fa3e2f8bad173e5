import type { PayloadRequest } from 'payload'
import { freezeSubmission } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import { demandRole, submitters } from '../rights.ts'
import { findReview, openReview, recordEvent } from '../store.ts'
import type { Review } from '../store.ts'
import { boardError } from '../errors.ts'

/**
 * Hands a draft to the board of its site: freezes it, all languages and files, and puts it on the desk with a due time. The
 * same content again is the same submission.
 *
 * @throws PortalError not_a_member, people_only; invalid_content and others of freezeSubmission
 */
export const submitForReview = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  now: Date
}): Promise<Review> => {
  const { req, collection, id, now } = options
  return withTransaction(req, async (sql) => {
    const submission = await freezeSubmission({ req, collection, id })
    const { user } = await demandRole(req, submission.log, submitters)
    const shown = shownOf(submission.body)
    await openReview(sql, {
      submissionId: submission.id,
      log: submission.log,
      collection,
      docId: id,
      title: shown.title,
      priority: shown.priority,
      submittedBy: user,
      submittedAt: now.toISOString(),
      dueAt: theOptions().dueAt(now, shown.priority).toISOString(),
    })
    await recordEvent(sql, {
      submissionId: submission.id,
      collection,
      docId: id,
      actor: user,
      verb: 'submit',
    })
    const review = await findReview(sql, submission.id)
    if (!review) throw boardError('submission_missing')
    return review
  })
}

/** What the desk shows of a frozen document: its title and, of a bulletin, its priority. */
export const shownOf = (body: string): { title: string; priority: string } => {
  const { locales } = JSON.parse(body) as { locales: Record<string, Record<string, unknown>> }
  const doc = locales.vi ?? Object.values(locales)[0] ?? {}
  return {
    title: typeof doc.title === 'string' ? doc.title : '',
    priority: typeof doc.priority === 'string' ? doc.priority : 'normal',
  }
}
