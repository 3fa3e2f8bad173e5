import { fill } from '#domain/text/fill.ts'
import type { DayChange } from '../../notices/notice.ts'
import type { CalendarWords } from './calendarWords.ts'

/** What a notice does to a day, in words. */
export const changeText = ({ before, after }: DayChange, words: CalendarWords): string => {
  const name = (day: NonNullable<DayChange['after']>) =>
    [words[`kind_${day.kind}`], ...(day.isProvisional ? [words.provisional] : [])]
      .join(', ')
      .toLowerCase()
  if (!before) return after ? fill(words.changeNew, { after: name(after) }) : ''
  return after
    ? fill(words.changed, { before: name(before), after: name(after) })
    : fill(words.changeGone, { before: name(before) })
}
