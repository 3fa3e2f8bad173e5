import { isoDay } from '#domain/text/formatDate.ts'
import { reasonText } from '#domain/text/reasonText.ts'
import { stormOptions } from './stormOptions.ts'

/** The reasons in force today with the clauses they rest on, to choose from. */
export const reasonChoices = (language: string): { code: string; text: string }[] => {
  const reasons = stormOptions()?.reasonsOn(isoDay(new Date().toISOString())) ?? []
  return reasons.map((one) => ({ code: one.code, text: reasonText(one, language) }))
}
