import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { dayAfter, dayText, timeText } from './dayText.ts'
import { localMoment } from './localMoment.ts'
import type { Screen } from './openScreen.ts'

/** A due time in words; one at midnight is told as the end of the day before, so that nobody takes it for a day more. */
export const dueText = (
  dueAt: Date,
  { words, language }: Pick<Screen, 'words' | 'language'>,
): string => {
  if (timeText(dueAt) !== '00:00') return momentText(dueAt.toISOString(), language)
  const day = dayAfter(localMoment(dueAt).value.slice(0, 10), -1)
  return fill(words.endOfDay, { day: dayText(day) })
}
