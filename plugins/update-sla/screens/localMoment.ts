import { Temporal } from 'temporal-polyfill'
import { zone } from '../options.ts'

/** An instant as a field for day and time takes it, with the offset of the zone then. */
export const localMoment = (at: Date): { value: string; offset: string } => {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone())
  return { value: local.toPlainDateTime().toString().slice(0, 16), offset: local.offset }
}
