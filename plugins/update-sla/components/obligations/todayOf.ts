import { Temporal } from 'temporal-polyfill'
import { zone } from '../../options.ts'

/** The day of an instant in the deployment's zone, YYYY-MM-DD; some days later when asked. */
export const todayOf = (now: Date, later = 0): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone())
    .toPlainDate()
    .add({ days: later })
    .toString()
