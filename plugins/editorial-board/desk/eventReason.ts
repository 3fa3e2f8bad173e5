import { theOptions } from '../options.ts'
import { dayOf } from '../verbs/dayOf.ts'

/** The words of a reason's code as the lists of its day have them, with the clause; null for codes of no list. */
export const eventReason = (
  event: { at: string; reasonCode: string | null },
  language: string,
): string | null => {
  if (event.reasonCode === null) return null
  const { groundsOn, emergencyReasonsOn } = theOptions()
  const day = dayOf(new Date(event.at))
  const found = [...groundsOn(day), ...emergencyReasonsOn(day)].find(
    (one) => one.code === event.reasonCode,
  )
  if (!found) return null
  return `${language === 'en' ? found.label.en : found.label.vi} (${found.clause})`
}
