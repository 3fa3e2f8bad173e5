import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { demandInForce, readEmergency } from './readEmergency.ts'

/**
 * Called in the transaction of a release that corrects or ends an emergency: whatever else corrects or ends it waits until that
 * transaction has ended, and then sees what became of it.
 */
export const lockEmergency = async (req: PayloadRequest, bulletin: number): Promise<void> => {
  const sql = await sqlOf(req)
  await sql.query(`select pg_advisory_xact_lock(hashtext('dispatch.emergency'), $1::int)`, [
    bulletin,
  ])
}

/** The same, of what is in force still. @throws PortalError bulletin_missing, not_in_force */
export const lockInForce = async (
  req: PayloadRequest,
  bulletin: number,
  now: Date,
): Promise<void> => {
  await lockEmergency(req, bulletin)
  demandInForce(await readEmergency(req, bulletin), now)
}
