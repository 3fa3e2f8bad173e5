import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'

/** The connections of Payload's adapter. Screens only read, outside any transaction. */
export const poolOf = (req: PayloadRequest): Pool =>
  (req.payload.db as unknown as { pool: Pool }).pool // hidden by the base type
