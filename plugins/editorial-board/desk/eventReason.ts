import { theOptions } from '../options.ts'
import { reasonText } from '#domain/text/reasonText.ts'
import { dayOf } from '../verbs/dayOf.ts'

/** The words of a reason's code as the lists of its day have them, with the law; null for codes of no list. */
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
  return found ? reasonText(found, language) : null
}
