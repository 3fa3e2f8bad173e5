'use client'
import { addDays } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import { dayText } from '../screens/dayText.ts'

/** Puts the day's programme on another day. */
export const CopyDayForm = (props: {
  unitCode: string
  day: string
  medium: Medium
  words: ProgrammeWords
}) => {
  const { words, day, medium } = props
  return (
    <OpenForm
      ask={(data) => ({
        path: `/dispatch/programmes/${props.unitCode}/copy-day`,
        body: { medium, from: day, to: textOf(data, 'to') },
      })}
      doLabel={words.copy}
      done={(answer) => {
        const left = (answer.left as unknown[] | undefined)?.length ?? 0
        return fill(left > 0 ? words.copiedLeft : words.copied, { n: Number(answer.made), left })
      }}
      openLabel={words.copy}
      title={fill(words.copyTitle, { medium: words[medium].toLowerCase(), day: dayText(day) })}
    >
      <FormField kind="date" label={words.copyTo} name="to" value={addDays(day, 1)} />
    </OpenForm>
  )
}
