import type { PayloadRequest } from 'payload'
import { stormOptions } from '../stormOptions.ts'
import { demandCode } from './demandCode.ts'
import { demandLawfulIssue } from './demandLawful.ts'

/**
 * What the page for emergencies demands, of a bulletin that goes out before approval by another way: its law, and a code of
 * the second factor.
 *
 * @param asked.log code of the site that releases it
 * @param asked.document the frozen bulletin in its first language
 * @throws PortalError those of demandLawfulIssue and of the second factor
 */
export const demandEmergency = async (
  req: PayloadRequest,
  asked: {
    collection: string
    id: number
    log: string
    document: Readonly<Record<string, unknown>>
    reasonCode: string
    code: string | undefined
    now: Date
  },
): Promise<void> => {
  const { collection, id, log, document, reasonCode, code, now } = asked
  if (collection !== 'bulletins' || !stormOptions()) return
  await demandLawfulIssue(req, { id, log, document, reasonCode, at: now })
  await demandCode({ req, code, purpose: `emergency/${collection}/${id}`, isFollowUp: false, now })
}
