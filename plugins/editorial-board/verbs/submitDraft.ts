import type { PayloadRequest } from 'payload'
import { freezeSubmission } from '#plugins/release-log/index.ts'
import { stepFrom } from '#domain/board/flow.ts'
import type { Flow } from '#domain/board/flow.ts'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { flowFor } from '../flow/flowFor.ts'
import { theOptions } from '../options.ts'
import { contributorsOf } from '../people/contributors.ts'
import { demandRole, submitters } from '../rights.ts'
import { recordEvent } from '../reviewEvents.ts'
import { findReview, openReview } from '../store.ts'
import type { Review } from '../store.ts'
import { shownOf } from './shownOf.ts'
import { stepDueAt } from './stepDueAt.ts'

/**
 * Freezes a draft and puts it at the first step of its flow, in the signed-in person's name.
 *
 * What came from another log and nobody wrote in since counts as taken in, also when it is submitted a second time.
 *
 * @param options.incoming it is taken in from another log: whoever submits it wrote nothing of it
 */
export const submitDraft = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  now: Date
  incoming?: { note: string }
}): Promise<Review> => {
  const { req, collection, id, now, incoming } = options
  return withTransaction(req, async (sql) => {
    const submission = await freezeSubmission({ req, collection, id })
    const { user, role, standing } = await demandRole(req, submission.log, submitters)
    await refuseScheduled(sql, submission.id)
    const shown = shownOf(collection, submission.body)
    await theOptions().demandRelease?.(req, {
      collection,
      id,
      log: submission.log,
      document: shown.document,
      at: now,
    })
    if (incoming && !shown.document.origin) throw boardError('not_incoming')
    const item = { board: standing.board, collection, category: shown.category }
    const flow = await flowFor(sql, item)
    const document = { collection, docId: id }
    const before = await lastRoundOf(sql, document)
    const supplier = before?.supplier ?? user
    const wrote = await contributorsOf(sql, document)
    const isIncoming =
      incoming !== undefined || (Boolean(shown.document.origin) && wrote.length === 0)
    const contributors = isIncoming ? wrote : [...new Set([...wrote, user])]
    const isEditedByOthers = contributors.some((one) => one !== supplier)
    const from = flow.resumes && before?.state === 'returned' ? before.step : 0
    const step = stepFrom(flow, Math.min(from, flow.steps.length - 1), { isEditedByOthers }) ?? 0
    await openReview(sql, {
      submissionId: submission.id,
      log: submission.log,
      ...item,
      docId: id,
      title: shown.title,
      priority: shown.priority,
      flow,
      step,
      stepDueAt: stepDueAt(flow, step, shown.priority, now),
      contributors,
      supplier,
      isIncoming,
      submittedBy: user,
      submittedAt: now.toISOString(),
      dueAt: allStepsDueAt(flow, step, shown.priority, now),
    })
    await recordEvent(sql, {
      ...document,
      submissionId: submission.id,
      board: standing.board,
      actor: user,
      verb: incoming ? 'takeIn' : 'submit',
      role,
      step,
      explanation: incoming?.note || null,
    })
    const review = await findReview(sql, submission.id)
    if (!review) throw boardError('submission_missing')
    return review
  })
}

/** What is decided already and waits for its time is not submitted a second time. */
const refuseScheduled = async (sql: Sql, submissionId: string) => {
  const review = await findReview(sql, submissionId)
  if (review?.state === 'decided') throw boardError('already_decided')
}

/** The document's last submission since it was released: who supplied it first, and where it came back from. */
const lastRoundOf = async (sql: Sql, of: { collection: string; docId: number }) => {
  const { rows } = await sql.query<{ supplier: number; state: string; step: number }>(
    `select coalesce(r.supplier, r.submitted_by) as supplier, r.state, r.step from editorial.reviews r
     where r.collection = $1 and r.doc_id = $2::int and r.state <> 'approved' and r.submitted_at > coalesce((
       select max(a.submitted_at) from editorial.reviews a
       where a.collection = r.collection and a.doc_id = r.doc_id and a.state = 'approved'), '-infinity')
     order by r.submitted_at desc limit 1`,
    [of.collection, of.docId],
  )
  return rows[0]
}

const allStepsDueAt = (flow: Flow, from: number, priority: string, now: Date): string => {
  let at = now.toISOString()
  for (let step = from; step < flow.steps.length; step += 1)
    at = stepDueAt(flow, step, priority, new Date(at))
  return at
}
