import type { PayloadRequest } from 'payload'
import type { Decision } from '#domain/dispatch/programme/decideClash.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { carryOut } from '../clashes/carryOut.ts'
import { readClashes } from '../clashes/clash.ts'
import { programmeError } from '../errors.ts'
import { lockUnit } from '../lockUnit.ts'
import { poolOf } from '../poolOf.ts'
import { demandDecider } from '../rights.ts'

/**
 * Decides on a clash, by the person whom the regulation named when it opened (S-12.2, H-12.2).
 *
 * @throws PortalError clash_missing, not_of_commune, chair_decides, clash_decided
 */
export const settleClash = async (of: {
  req: PayloadRequest
  id: string
  decision: Decision
  reason?: string | undefined
  now: Date
}): Promise<{ decision: Decision }> => {
  const { req, decision, now } = of
  const pool = poolOf(req)
  const [known] = await readClashes(pool as never, 'c.id = $1', [uuidOrNull(of.id)]) // a pool asks as a client does
  if (!known) throw programmeError('clash_missing')
  const by = await demandDecider(req, known.unitCode, known.decider)
  return inTransaction(pool, async (client) => {
    await lockUnit(client, known.unitCode)
    const [clash] = await readClashes(client, 'c.id = $1 and c.decided_at is null', [known.id])
    if (!clash) throw programmeError('clash_decided')
    await carryOut(client, clash, { decision, by, reason: of.reason ?? null, now })
    return { decision }
  })
}
