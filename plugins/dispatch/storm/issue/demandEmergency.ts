import type { PayloadRequest } from 'payload'
import { stormOptions } from '../stormOptions.ts'
import { demandAhead } from './demandAhead.ts'
import { demandCode } from './demandCode.ts'
import { demandLawfulBulletin } from './demandLawful.ts'

/**
 * What the page for emergencies demands, of a bulletin that goes out before approval by another way: an own area, an end
 * within the longest time, and a code of the second factor.
 *
 * @param asked.log code of the site that releases it
 * @param asked.document the frozen bulletin in its first language
 * @throws PortalError not_an_issuer, area_not_yours, override_not_here, already_over; those of the second factor
 */
export const demandEmergency = async (
  req: PayloadRequest,
  asked: {
    collection: string
    id: number
    log: string
    document: Readonly<Record<string, unknown>>
    code: string | undefined
    now: Date
  },
): Promise<void> => {
  const { collection, id, document, code, now } = asked
  if (collection !== 'bulletins' || !stormOptions()) return
  await demandLawfulBulletin(req, asked)
  if (document.messageKind !== 'cancel') demandAhead(String(document.expiresAt), now)
  await demandCode({ req, code, purpose: `emergency/${collection}/${id}`, isFollowUp: false, now })
}
