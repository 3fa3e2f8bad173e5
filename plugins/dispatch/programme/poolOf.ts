import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'

/** The connections of this process. */
export const poolOf = (req: Pick<PayloadRequest, 'payload'>): Pool =>
  (req.payload.db as unknown as { pool: Pool }).pool // hidden by the base type
