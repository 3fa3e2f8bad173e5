import type { Counting, Duration } from '#domain/calendar/duration.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import { fill } from '#domain/text/fill.ts'
import type { ObligationWords } from './obligationWords.ts'

/** The terms of an obligation in one sentence. */
export const termsText = (one: Obligation, words: ObligationWords): string =>
  parts(one, words)
    .filter((part) => part !== '')
    .join('; ')

const parts = (one: Obligation, words: ObligationWords): string[] => {
  switch (one.kind) {
    case 'window':
      return [
        fill(one.days === 'all' ? words.everyDay : words.workingDay, {
          from: one.from,
          to: one.to,
        }),
        one.counts && !one.counts.includes('update') ? words.onlyNew : '',
      ]
    case 'deadline':
      return [
        durationText(one.duration, words),
        ...countingText(one.duration, one.counting, words),
        one.promise === 'replaces' ? words.promised : '',
      ]
    case 'review':
      return [
        fill(words.again, { term: durationText(one.duration, words) }),
        ...countingText(one.duration, one.counting, words),
      ]
    case 'quota':
      return [fill(words.quota, { n: one.atLeast })]
    case 'report':
      return [
        fill(one.isInclusive ? words.dueInclusive : words.dueExclusive, { day: dayOf(one.dueOn) }),
        one.covers
          ? fill(words.covers, { from: dayOf(one.covers.from), to: dayOf(one.covers.to) })
          : '',
      ]
  }
}

const durationText = (duration: Duration, words: ObligationWords): string => {
  if ('workingDays' in duration) return fill(words.withinWorkingDays, { n: duration.workingDays })
  if ('workingMinutes' in duration)
    return fill(words.withinWorkingMinutes, { n: duration.workingMinutes })
  if ('hours' in duration)
    return duration.hours < 0
      ? fill(words.hoursAhead, { n: -duration.hours })
      : fill(words.withinHours, { n: duration.hours })
  if ('days' in duration)
    return duration.days === 0 ? words.thatDay : fill(words.withinDays, { n: duration.days })
  if ('months' in duration) return fill(words.withinMonths, { n: duration.months })
  return words.sameWorkingDay
}

/** Only what matters for this kind of time. */
const countingText = (
  duration: Duration,
  { firstDay, until }: Counting,
  words: ObligationWords,
): string[] => {
  if ('hours' in duration || 'workingMinutes' in duration) return []
  const end = { endOfWork: words.untilWork, endOfDay: words.untilDay, sameTime: words.untilTime }
  return [
    'workingDays' in duration ? (firstDay === 'next' ? words.firstNext : words.firstSame) : '',
    end[until],
  ]
}

/** `03-14` as `14/3`. */
const dayOf = (monthDay: string): string => {
  const [month, day] = monthDay.split('-').map(Number)
  return `${day}/${month}`
}
