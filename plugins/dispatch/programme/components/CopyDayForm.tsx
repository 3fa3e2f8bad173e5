'use client'
import { addDays } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import { dayText } from '../screens/dayText.ts'
import { scheduleWords } from './scheduleWords.ts'

/** Puts the day's programme on another day. */
export const CopyDayForm = (props: {
  unitCode: string
  day: string
  medium: Medium
  words: ProgrammeWords
}) => {
  const { words, day, medium } = props
  const said = scheduleWords(words.language)
  return (
    <OpenForm
      ask={(data) => ({
        path: `/dispatch/programmes/${props.unitCode}/copy-day`,
        body: { medium, from: day, to: textOf(data, 'to') },
      })}
      doLabel={said.copy}
      done={(answer) => {
        const left = (answer.left as unknown[] | undefined)?.length ?? 0
        return fill(left > 0 ? said.copiedLeft : said.copied, { n: Number(answer.made), left })
      }}
      openLabel={said.copy}
      title={fill(said.copyTitle, { medium: words[medium].toLowerCase(), day: dayText(day) })}
    >
      <FormField kind="date" label={said.copyTo} name="to" value={addDays(day, 1)} />
    </OpenForm>
  )
}
