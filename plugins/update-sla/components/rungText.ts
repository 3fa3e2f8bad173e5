import { fill } from '#domain/text/fill.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import type { SlaWords } from './slaWords.ts'

/** A rung of a ladder in words, from when it is climbed: "2 ngày làm việc sau hạn"; its code where its ladder is gone. */
export const rungText = (options: {
  rung: string
  obligation: Obligation | undefined
  words: SlaWords
  language: string
}): string => {
  const { rung, words } = options
  if (rung === 'recovered') return words.rung_recovered
  const when = options.obligation?.ladder.find(({ code }) => code === rung)?.when
  if (!when) return rung
  if ('share' in when) return fill(words.rungShare, { n: Math.round(when.share * 100) })
  const count = 'minutes' in when ? when.minutes : when.workingDays
  if (count === 0) return words.rung_due
  const isHours = 'minutes' in when && Math.abs(count) % 60 === 0
  const size = Math.abs(isHours ? count / 60 : count)
  const span = fill(
    'workingDays' in when ? words.spanWorkingDays : isHours ? words.hours : words.spanMinutes,
    { n: size },
  )
  return fill(count < 0 ? words.rungBefore : words.rungAfter, { span })
}
