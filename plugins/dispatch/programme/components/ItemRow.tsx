'use client'
import { timeOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { DayItem } from '../screens/readDay.ts'
import type { May } from './DayBoard.tsx'
import { Draggable } from './Draggable.tsx'
import { ItemActs } from './ItemActs.tsx'

const troubled = new Set(['missed', 'interrupted', 'undecided'])

/** One airing of the day, with what can be done with it. */
export const ItemRow = (props: {
  item: DayItem
  medium: Medium
  may: May
  words: ProgrammeWords
}) => {
  const { item, words, medium, may } = props
  const mayMove = item.isOpen && may.arrange[item.priority]
  return (
    <li>
      <Draggable
        carried={{
          kind: 'airing',
          ...item,
          fixedTo: item.state === 'sent' ? medium : null,
        }}
        className={`coloa-item coloa-item-${item.priority}`}
        isDraggable={mayMove}
        words={words}
      >
        <div className="coloa-item-said">
          <strong>
            <time dateTime={new Date(item.startsAt).toISOString()}>{timeOf(item.startsAt)}</time>{' '}
            {item.title}
          </strong>
          <small>
            {lengthText(item.seconds, words.language)}
            {item.priority === 'priority' ? ` · ${words.priority}` : ''}
            {' · '}
            <span className={troubled.has(item.state) ? 'coloa-late' : undefined}>
              {words[`state_${item.state}`]}
            </span>
            {item.cutBy ? ` (${item.cutBy})` : ''}
            {item.againAt ? `, ${fill(words.again, { at: timeOf(item.againAt) })}` : ''}
          </small>
        </div>
        {item.isOpen ? (
          <ItemActs
            item={item}
            mayMove={mayMove}
            mayDrop={may.refuse[item.priority]}
            medium={medium}
          />
        ) : null}
      </Draggable>
    </li>
  )
}
