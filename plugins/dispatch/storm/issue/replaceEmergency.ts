import type { PayloadRequest } from 'payload'
import { confirmReleased } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import { stormError } from '../stormError.ts'
import type { MadeRelease } from '../stormOptions.ts'
import { endEmergency } from './endEmergency.ts'
import { lockEmergency } from './lockInForce.ts'
import { isInForce, readEmergency } from './readEmergency.ts'

/**
 * Sends an emergency and ends the one it takes the place of, in one transaction: both or neither. What is over by then needs no
 * end.
 *
 * @param options.earlier the bulletin that is replaced
 * @param options.issue the board's verb for the new one
 * @throws PortalError those of the board's verbs and of endEmergency
 */
export const replaceEmergency = async (options: {
  req: PayloadRequest
  earlier: number
  by: string
  issue: () => Promise<MadeRelease>
  now: Date
}): Promise<MadeRelease> => {
  const { req, earlier, now } = options
  const [issued, ...ended] = await withTransaction(req, async () => {
    // Locked first, as by whoever else ends it: then comes the log.
    await lockEmergency(req, earlier)
    const isStanding = isInForce(await readEmergency(req, earlier), now)
    const made: [MadeRelease, ...MadeRelease[]] = [await options.issue()]
    if (!isStanding) return made
    const explanation = `Thay bằng: ${options.by}`
    made.push(await endEmergency({ req, bulletin: earlier, explanation, type: 'expired', now }))
    return made
  })
  for (const release of [issued, ...ended]) await confirmReleased({ req, release })
  return issued
}

/**
 * Who sends a new one in the place of another is of the site that sent the other.
 *
 * @throws PortalError bulletin_missing, issued_elsewhere
 */
export const demandReplaceable = async (
  req: PayloadRequest,
  { earlier, site }: { earlier: number; site: number },
): Promise<void> => {
  if ((await readEmergency(req, earlier)).site !== site) throw stormError('issued_elsewhere')
}
