import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'

/** An attempt that was refused. */
export type Refusal = {
  req: PayloadRequest
  collection: string
  docId: number | null
  operation: string
  code: string
}

/**
 * Notes a refused attempt with its actor and path, on a connection of its own: the request's transaction is about to be
 * rolled back.
 */
export const recordRefusal = async (refusal: Refusal): Promise<void> => {
  const { req, collection, docId, operation, code } = refusal
  const { pool } = req.payload.db as unknown as { pool: Pool } // the adapter's type hides its pool
  try {
    await pool.query(
      'insert into release.refusals (actor, collection, doc_id, operation, path, code) values ($1, $2, $3, $4, $5, $6)',
      [req.user?.id ?? null, collection, docId, operation, req.pathname || null, code],
    )
  } catch (err) {
    req.payload.logger.error({ err, msg: 'release-log: a refusal could not be recorded' })
  }
}
