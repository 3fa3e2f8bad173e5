import type { PayloadRequest } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { demandStorm } from '../rights.ts'
import type { MadeRelease } from '../stormOptions.ts'
import { lockInForce } from './lockInForce.ts'
import { demandInForce, readEmergency } from './readEmergency.ts'
import { saveFromReleased } from './saveFromReleased.ts'

/**
 * Ends an emergency: the board's withdrawal where the person decides for the board; else, for nobody waits for the head while
 * a false alarm sounds, a released cancellation under the emergency lane, which another person reviews afterwards.
 *
 * @throws PortalError not_in_force, draft_differs; those of the board's verbs
 */
export const endEmergency = async (options: {
  req: PayloadRequest
  bulletin: number
  explanation: string
  type: 'expired' | 'error'
  now: Date
}): Promise<MadeRelease> => {
  const { req, bulletin: id, explanation, type, now } = options
  const storm = demandStorm()
  const emergency = await readEmergency(req, id)
  demandInForce(emergency, now)
  try {
    return await storm.withdraw(req, {
      id,
      explanation,
      type,
      demand: () => lockInForce(req, id, now),
    })
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'not_a_member') throw error
  }
  const demandSame = await saveFromReleased(req, emergency, { messageKind: 'cancel' })
  return storm.issueEmergency(req, {
    id,
    reasonCode: emergency.reasonCode ?? storm.exerciseReason,
    explanation,
    now,
    demand: async (frozen) => {
      await lockInForce(req, id, now)
      demandSame(frozen)
    },
  })
}
