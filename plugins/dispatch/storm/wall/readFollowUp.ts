import type { PayloadRequest } from 'payload'
import { isInForce, readEmergency } from '../issue/readEmergency.ts'
import { demandStorm } from '../rights.ts'

/** What the forms for what follows begin with. */
export type FollowUp = {
  bulletin: number
  title: string
  text: string
  spokenText: string
  expiresAt: string | null
  isCodeNeeded: boolean
  /** Minutes for which a code that was shown holds. */
  codeHolds: number
}

/** What may be corrected, prolonged or ended of a bulletin; null when it is not in force any more. */
export const readFollowUp = async (
  req: PayloadRequest,
  bulletin: number,
): Promise<FollowUp | null> => {
  const found = await readEmergency(req, bulletin)
  if (!isInForce(found, new Date())) return null
  const { isSecondFactorNeeded = true, secondFactorHoldsMinutes = 10 } = demandStorm()
  return {
    bulletin,
    title: found.title,
    text: found.text,
    spokenText: found.spokenText ?? '',
    expiresAt: found.expiresAt,
    isCodeNeeded: isSecondFactorNeeded,
    codeHolds: secondFactorHoldsMinutes,
  }
}
