import { citation } from '#domain/text/citation.ts'
import { isoDay } from '#domain/text/formatDate.ts'
import { stormOptions } from './stormOptions.ts'

/** The reasons in force today with the clauses they rest on, to choose from. */
export const reasonChoices = (language: string): { code: string; text: string }[] => {
  const isEnglish = language === 'en'
  const reasons = stormOptions()?.reasonsOn(isoDay(new Date().toISOString())) ?? []
  return reasons.map(({ code, clause, label }) => ({
    code,
    text: `${isEnglish ? label.en : label.vi} (${citation(clause, isEnglish ? 'en' : 'vi')})`,
  }))
}
