import type { Rung, RungTime } from '#domain/sla/obligation.ts'
import { fill } from '#domain/text/fill.ts'
import type { ObligationWords } from './obligationWords.ts'

/** A step of a ladder in words: when, who, how grave. */
export const rungText = (rung: Rung, words: ObligationWords): { when: string; who: string } => ({
  when: whenText(rung.when, words),
  who: [
    `${rung.to.map((audience) => words[audience]).join(', ')} (${words[rung.severity]})`,
    ...(rung.always ? [words.always] : []),
  ].join('; '),
})

const whenText = (when: RungTime, words: ObligationWords): string => {
  if ('share' in when) return fill(words.rungShare, { n: Math.round(when.share * 100) })
  const amount = 'minutes' in when ? when.minutes : when.workingDays
  if (amount === 0) return words.rungDue
  return fill(amount < 0 ? words.rungBefore : words.rungAfter, {
    time: timeText('minutes' in when ? 'minutes' : 'workingDays', Math.abs(amount), words),
  })
}

const timeText = (unit: 'minutes' | 'workingDays', n: number, words: ObligationWords) =>
  unit === 'minutes' && n % 60 === 0 ? fill(words.hours, { n: n / 60 }) : fill(words[unit], { n })
