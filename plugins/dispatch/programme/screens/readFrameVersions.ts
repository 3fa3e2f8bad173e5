import type { ClientBase } from 'pg'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import type { Frame, FrameVersion } from '#domain/dispatch/programme/timeFrames.ts'
import { versionOn } from '#domain/dispatch/programme/timeFrames.ts'
import { framesIn } from '../readFrames.ts'

/** A medium's frames in force today, since when, and those that come. */
export type ShownFrames = {
  medium: Medium
  frames: readonly Frame[]
  /** YYYY-MM-DD; null where the commune has entered none and those of the profile hold. */
  since: string | null
  coming: FrameVersion[]
}

/** The time frames of a commune's medium as the screen shows them. */
export const readFrameVersions = async (
  client: Pick<ClientBase, 'query'>,
  of: { unitCode: string; medium: Medium; today: string },
): Promise<ShownFrames> => {
  const { medium, today } = of
  const { rows } = await client.query<FrameVersion>(
    `select medium, frames, valid_from::text as "validFrom" from dispatch.time_frames
     where unit_code = $1 and medium = $2 order by entered_at`,
    [of.unitCode, medium],
  )
  const later = [
    ...new Set(rows.map((one) => one.validFrom).filter((day) => day > today)),
  ].toSorted()
  return {
    medium,
    frames: framesIn(rows, medium, today),
    since: versionOn(rows, today)?.validFrom ?? null,
    coming: later.flatMap((day) => versionOn(rows, day) ?? []),
  }
}
