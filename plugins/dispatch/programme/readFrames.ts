import type { ClientBase } from 'pg'
import type { FramesOn, Medium, Span } from '#domain/dispatch/programme/plan.ts'
import { instantOf } from '#domain/dispatch/programme/localDay.ts'
import { ruleAt } from '#domain/dispatch/programme/programmeRules.ts'
import type { Frame, FrameVersion } from '#domain/dispatch/programme/timeFrames.ts'
import { framesOnDay, versionOn } from '#domain/dispatch/programme/timeFrames.ts'
import { theProgramme } from './options.ts'

/** The time frames of a commune's medium by day, as entered by it; where it has entered none, those of the profile. */
export const readFrames = async (
  client: Pick<ClientBase, 'query'>,
  unitCode: string,
  medium: Medium,
): Promise<FramesOn> => {
  const { rows } = await client.query<FrameVersion>(
    `select medium, frames, valid_from::text as "validFrom" from dispatch.time_frames
     where unit_code = $1 and medium = $2 order by entered_at`,
    [unitCode, medium],
  )
  const known = new Map<string, Span[]>()
  return (day) => {
    const found = known.get(day) ?? framesOnDay(framesIn(rows, medium, day), day)
    known.set(day, found)
    return found
  }
}

/** The frames that hold on a day. */
export const framesIn = (
  versions: readonly FrameVersion[],
  medium: Medium,
  day: string,
): readonly Frame[] =>
  versionOn(versions, day)?.frames ??
  ruleAt(
    theProgramme().rules.timeFrames.filter((one) => one.medium === medium),
    new Date(instantOf(day, '00:00')),
  )?.frames ??
  []
