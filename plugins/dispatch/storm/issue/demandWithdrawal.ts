import type { PayloadRequest } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { stormOptions } from '../stormOptions.ts'
import { demandCode } from './demandCode.ts'
import { lockEmergency } from './lockInForce.ts'
import { isInForce, readEmergency } from './readEmergency.ts'

/**
 * What the page for emergencies demands, of whatever is withdrawn by another way: who ends an emergency in force shows a code of
 * the second factor, or has shown one in the last minutes.
 *
 * @throws PortalError those of the second factor
 */
export const demandWithdrawal = async (
  req: PayloadRequest,
  asked: { collection: string; id: number; code: string | undefined; now: Date },
): Promise<void> => {
  const { collection, id, code, now } = asked
  if (collection !== 'bulletins' || !stormOptions()) return
  await lockEmergency(req, id)
  if (!(await isEmergencyInForce(req, id, now))) return
  await demandCode({ req, code, purpose: `withdraw/${collection}/${id}`, isFollowUp: true, now })
}

const isEmergencyInForce = async (req: PayloadRequest, id: number, now: Date): Promise<boolean> => {
  try {
    return isInForce(await readEmergency(req, id), now)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'bulletin_missing') return false // no emergency
    throw error
  }
}
