import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'

/** Payload's own connections, for what must not depend on the request's transaction. */
export const poolOf = (req: PayloadRequest): Pool =>
  (req.payload.db as unknown as { pool: Pool }).pool // hidden by the base type
