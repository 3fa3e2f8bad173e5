import type { PayloadRequest } from 'payload'
import { holderOf } from '#kit/secondFactor/secondFactorEndpoints.ts'
import { isFreshlyVerified, verifySecondFactor } from '#kit/secondFactor/verifySecondFactor.ts'
import { demandStorm } from '../rights.ts'

/**
 * Demands a code of the second factor for an act, where this installation wants one. Corrections and the all-clear go by a
 * code shown a few minutes ago, too.
 *
 * @param options.purpose names the act
 * @throws PortalError those of verifySecondFactor
 */
export const demandCode = async (options: {
  req: PayloadRequest
  code: string | undefined
  purpose: string
  isFollowUp: boolean
  now: Date
}): Promise<void> => {
  const { req, code = '', purpose, now } = options
  const { isSecondFactorNeeded = true, secondFactorHoldsMinutes = 10 } = demandStorm()
  if (!isSecondFactorNeeded) return
  const holder = holderOf(req)
  if (
    options.isFollowUp &&
    code === '' &&
    (await isFreshlyVerified(holder, secondFactorHoldsMinutes))
  )
    return
  await verifySecondFactor({ ...holder, code, purpose, now })
}
