import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import { confirmReleased } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { PortalError } from '#kit/portalError.ts'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { bundleIfComplete } from '../bundle/bundleIfComplete.ts'
import { recordEvent } from '../reviewEvents.ts'
import { closeReview, lockReview } from '../store.ts'
import type { Review } from '../store.ts'
import { releaseDecided } from '../verbs/releaseDecided.ts'

/** What became of a decision whose time had come. */
export type CarriedOut = { submissionId: string; outcome: 'released' | 'lapsed' | 'waiting' }

/**
 * Carries out every decision whose time has come: exactly the approved text, or nothing, with the reason recorded. The
 * database asks once more whether who decided still may, whether the mandate holds and whether a legal hold stands.
 */
export const carryOutDue = async (payload: Payload): Promise<CarriedOut[]> => {
  const req = await createLocalReq({}, payload)
  const { pool } = payload.db as unknown as {
    pool: { query(text: string): Promise<{ rows: { id: string }[] }> }
  } // the adapter's type hides its pool
  const { rows } = await pool.query(
    `select r.submission_id as id from editorial.reviews r join release.decisions d on d.id = r.decision_id
     where r.state = 'decided' and coalesce(d.publish_at <= clock_timestamp(), r.bundle_id is not null)
     order by d.publish_at, r.submission_id limit 200`,
  )
  const done: CarriedOut[] = []
  const faults: unknown[] = []
  for (const { id } of rows) {
    try {
      done.push(await carryOutOne(req, id))
    } catch (error) {
      faults.push(error) // one that cannot be carried out does not hold up the others
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, 'editorial-board: decisions could not be carried out')
  return done
}

const carryOutOne = async (req: PayloadRequest, submissionId: string): Promise<CarriedOut> => {
  try {
    const releases = await withTransaction(req, async (sql): Promise<Release[]> => {
      const review = await lockReview(sql, submissionId)
      if (review?.state !== 'decided') return []
      return releaseDecided(
        req,
        sql,
        review.bundleId ? await bundleIfComplete(sql, review) : [review],
        new Date(),
      )
    })
    for (const release of releases) await confirmReleased({ req, release })
    return { submissionId, outcome: releases.length > 0 ? 'released' : 'waiting' }
  } catch (error) {
    if (!(error instanceof PortalError) || error.status >= 500) throw error
    await withTransaction(req, (sql) => lapse(sql, submissionId, error.code))
    return { submissionId, outcome: 'lapsed' }
  }
}

/** A bundle lapses as a whole: together or not at all. */
const lapse = async (sql: Sql, submissionId: string, code: string) => {
  const review = await lockReview(sql, submissionId)
  if (!review) return
  const { rows } = await sql.query<{ id: string }>(
    `select submission_id as id from editorial.reviews where state = 'decided'
       and (submission_id = $1::uuid or bundle_id = $2::uuid)`,
    [submissionId, review.bundleId],
  )
  for (const { id } of rows) await lapseOne(sql, id, code)
}

const lapseOne = async (sql: Sql, submissionId: string, reasonCode: string) => {
  const review: Review | null = await lockReview(sql, submissionId)
  const end = {
    submissionId,
    state: 'lapsed' as const,
    from: 'decided' as const,
    by: null,
    reasonCode,
  }
  if (!review || !(await closeReview(sql, end))) return
  await recordEvent(sql, { ...review, actor: null, verb: 'lapse', reasonCode, explanation: null })
}
