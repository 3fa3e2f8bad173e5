import type { PayloadRequest } from 'payload'
import { dayOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { faultOf } from '#domain/dispatch/programme/timeFrames.ts'
import type { Frame } from '#domain/dispatch/programme/timeFrames.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { programmeError } from '../errors.ts'
import { lockUnit } from '../lockUnit.ts'
import { poolOf } from '../poolOf.ts'
import { deciderOf, demandDecider } from '../rights.ts'

/**
 * Enters a commune's time frames for a medium from a day on (H-7.2, H-7.3.1). What stands on the programme stays where it is.
 *
 * @throws PortalError not_of_commune, frames_wrong (details.fault), frames_too_early
 */
export const setFrames = async (of: {
  req: PayloadRequest
  unitCode: string
  medium: Medium
  frames: readonly Frame[]
  /** YYYY-MM-DD. */
  validFrom: string
  reason?: string | undefined
  now: Date
}): Promise<{ id: string }> => {
  const { req, unitCode, frames, now } = of
  const by = await demandDecider(req, unitCode, deciderOf('set_frames', now))
  const fault = faultOf(frames)
  if (fault) throw programmeError('frames_wrong', { fault })
  if (of.validFrom < dayOf(now.getTime())) throw programmeError('frames_too_early')
  return inTransaction(poolOf(req), async (client) => {
    await lockUnit(client, unitCode)
    const { rows } = await client.query<{ id: string }>(
      `insert into dispatch.time_frames (unit_code, medium, frames, valid_from, entered_by, reason)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [unitCode, of.medium, JSON.stringify(frames), of.validFrom, by, of.reason ?? null],
    )
    return { id: rows[0]?.id ?? '' }
  })
}
