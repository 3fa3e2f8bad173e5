import { Temporal } from 'temporal-polyfill'

/** When somebody is told, and whether at once or together with the rest. */
export type Telling = { mode: 'immediate' | 'digest'; at: Date }

/**
 * When an alert is told: at once, with the next digest, or, when it is no breach, after the quiet hours, and then together
 * with whatever else waited for them.
 *
 * @param options.digestAt times of the day, HH:MM in `zone`
 * @param options.quietHours HH:MM, half-open; may reach over midnight
 */
export const tellAt = (options: {
  now: Date
  zone: string
  mode: 'immediate' | 'digest'
  severity: 'notice' | 'warning' | 'breach'
  quietHours?: { from: string; to: string } | undefined
  digestAt: readonly string[]
}): Telling => {
  const { now, zone, quietHours } = options
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  if (options.mode === 'digest' && options.digestAt.length > 0)
    return { mode: 'digest', at: nextOf(here, options.digestAt) }
  if (options.severity !== 'breach' && quietHours && isWithin(here, quietHours))
    return { mode: 'digest', at: nextOf(here, [quietHours.to]) }
  return { mode: 'immediate', at: now }
}

/** The next time of day among these, today or tomorrow. */
const nextOf = (here: Temporal.ZonedDateTime, times: readonly string[]): Date => {
  const today = here.toPlainDate()
  const instants = [today, today.add({ days: 1 })].flatMap((day) =>
    times.map(
      (time) =>
        day.toZonedDateTime({ timeZone: here.timeZoneId, plainTime: time }).epochMilliseconds,
    ),
  )
  return new Date(Math.min(...instants.filter((at) => at > here.epochMilliseconds)))
}

const isWithin = (here: Temporal.ZonedDateTime, hours: { from: string; to: string }): boolean => {
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' })
  return hours.from <= hours.to
    ? hours.from <= time && time < hours.to
    : hours.from <= time || time < hours.to
}
