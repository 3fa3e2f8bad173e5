'use client'
import { dayOf, timeOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import type { DayItem } from '../screens/readDay.ts'
import { CheckField } from './CheckField.tsx'
import { TimeField } from './TimeField.tsx'
import { useAct } from './useAct.ts'
import { scheduleWords } from './scheduleWords.ts'

/** What the keyboard does where the mouse drags, and more: another time, before or after, out. */
export const ItemActs = (props: {
  item: DayItem
  medium: Medium
  mayMove: boolean
  mayDrop: boolean
}) => {
  const { act, isBusy, words } = useAct()
  const said = scheduleWords(words.language)
  const { item } = props
  const { id, title, version } = item
  const step = (direction: 'earlier' | 'later') => (
    <LiveButton
      aria-label={`${said[direction]}: ${title}`}
      buttonStyle="secondary"
      disabled={isBusy}
      onClick={() =>
        void act(`/dispatch/airings/${id}/reorder`, { version, direction }, said[direction])
      }
      size="small"
      type="button"
    >
      {said[direction]}
    </LiveButton>
  )
  return (
    <details className="coloa-item-acts">
      <summary>
        <span className="coloa-hidden">{title}: </span>
        {words.columnAct}
      </summary>
      {props.mayMove ? (
        <>
          <MoveForm {...props} />
          {item.state === 'undecided' ? null : (
            <div className="coloa-buttons">
              {step('earlier')}
              {step('later')}
            </div>
          )}
        </>
      ) : null}
      {props.mayDrop ? (
        <OpenForm
          ask={(data) => ({
            path: `/dispatch/airings/${id}/drop`,
            body: { version, reason: textOf(data, 'reason') },
          })}
          doLabel={said.drop}
          done={() => fill(said.dropped, { title })}
          effect={said.dropEffect}
          openLabel={said.drop}
          title={fill(said.dropTitle, { title, at: timeOf(item.startsAt) })}
        >
          <FormField kind="long" label={words.reason} name="reason" />
        </OpenForm>
      ) : null}
    </details>
  )
}

const MoveForm = ({ item, medium }: { item: DayItem; medium: Medium }) => {
  const { words } = useAct()
  const said = scheduleWords(words.language)
  const { title } = item
  return (
    <OpenForm
      ask={(data) => ({
        path: `/dispatch/airings/${item.id}/move`,
        body: {
          version: item.version,
          medium: textOf(data, 'medium') || medium,
          at: `${textOf(data, 'day')}T${textOf(data, 'time')}:00+07:00`,
          ...(textOf(data, 'nearest') ? { isNearestMeant: true } : {}),
          ...(textOf(data, 'outside') ? { isOutsideFramesMeant: true } : {}),
        },
      })}
      doLabel={said.move}
      done={(answer) =>
        fill(said.moved, { title, at: timeOf(Date.parse(String(answer.startsAt))) })
      }
      openLabel={said.move}
      title={fill(said.moveTitle, { title })}
    >
      <div className="coloa-side">
        <FormField kind="date" label={words.day} name="day" value={dayOf(item.startsAt)} />
        <TimeField label={words.time} name="time" value={timeOf(item.startsAt)} />
      </div>
      {item.state === 'sent' ? null : (
        <FormField
          label={words.columnMedium}
          name="medium"
          options={[
            ['radio', words.radio],
            ['board', words.board],
          ]}
          value={medium}
        />
      )}
      <CheckField label={words.nearest} name="nearest" />
      {item.priority === 'priority' ? <CheckField label={words.outside} name="outside" /> : null}
    </OpenForm>
  )
}
