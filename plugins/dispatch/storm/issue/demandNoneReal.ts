import type { PayloadRequest } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { stormError } from '../stormError.ts'
import { isInForce, readEmergency } from './readEmergency.ts'

/**
 * No exercise takes the place of a real emergency that is in force: who hears "exercise" goes back to bed. The real one is ended
 * by somebody who says that it is over.
 *
 * @param options.replaced ids of bulletins; what is none, or was never released as an emergency, passes
 * @throws PortalError exercise_for_real
 */
export const demandNoneReal = async (
  req: PayloadRequest,
  { replaced, at }: { replaced: readonly unknown[]; at: Date },
): Promise<void> => {
  for (const one of replaced) {
    const id = Number(one)
    if (!Number.isInteger(id) || id < 1) continue
    if (await isRealInForce(req, id, at)) throw stormError('exercise_for_real', { bulletin: id })
  }
}

const isRealInForce = async (req: PayloadRequest, id: number, at: Date): Promise<boolean> => {
  try {
    const emergency = await readEmergency(req, id)
    return emergency.messageKind !== 'exercise' && isInForce(emergency, at)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'bulletin_missing') return false // no emergency
    throw error
  }
}
