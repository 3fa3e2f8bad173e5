'use client'
import { lengthText } from '#domain/text/lengthText.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { Unplaced } from '../screens/readDay.ts'
import type { May } from './DayBoard.tsx'
import { Draggable } from './Draggable.tsx'
import { ScheduleForm } from './ScheduleForm.tsx'
import { scheduleWords } from './scheduleWords.ts'

/** Bulletins the commune took that have no time yet, to be dragged into the day. */
export const UnplacedTray = (props: {
  items: readonly Unplaced[]
  day: string
  may: May
  words: ProgrammeWords
}) => {
  const { words, items } = props
  const said = scheduleWords(words.language)
  if (items.length === 0) return null
  return (
    <section aria-labelledby="unplaced" className="coloa-tray">
      <h3 id="unplaced">{said.unplaced}</h3>
      <p>{said.unplacedHint}</p>
      <ul>
        {items.map((one) => {
          const mayPlace = props.may.arrange[one.priority]
          return (
            <li key={one.id}>
              <Draggable
                carried={{ kind: 'offer', ...one, fixedTo: null }}
                className={`coloa-item coloa-item-${one.priority}`}
                isDraggable={mayPlace}
                words={words}
              >
                <div className="coloa-item-said">
                  <strong>{one.title}</strong>
                  <small>{lengthText(one.seconds, words.language)}</small>
                </div>
                {mayPlace ? <ScheduleForm {...one} day={props.day} /> : null}
              </Draggable>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
