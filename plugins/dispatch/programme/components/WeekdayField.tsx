'use client'
import type { ProgrammeWords } from '../programmeWords.ts'

/** Days of the week, 1 Monday to 7 Sunday. */
export const WeekdayField = (props: {
  name: string
  legend: string
  chosen: readonly number[]
  words: ProgrammeWords
  onChange?: (days: number[]) => void
}) => (
  <fieldset className="coloa-days">
    <legend>{props.legend}</legend>
    {([1, 2, 3, 4, 5, 6, 7] as const).map((day) => (
      <label key={day}>
        <input
          defaultChecked={props.chosen.includes(day)}
          name={props.name}
          onChange={(event) =>
            props.onChange?.(
              event.target.checked
                ? [...props.chosen, day].toSorted((a, b) => a - b)
                : props.chosen.filter((one) => one !== day),
            )
          }
          type="checkbox"
          value={day}
        />
        {props.words[`weekday_${day}`]}
      </label>
    ))}
  </fieldset>
)
