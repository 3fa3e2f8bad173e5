import { endOfDayText } from '#domain/text/endOfDayText.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { zone } from '../options.ts'

/** A due time in words; one at midnight is told as the end of the day before. */
export const dueText = (dueAt: Date, { language }: { language: string }): string =>
  endOfDayText(dueAt, zone(), language) ?? momentText(dueAt.toISOString(), language)
