import { dueWords } from '#domain/sla/dueWords.ts'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { dueText } from '../screens/dueText.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { ClockRow } from '../screens/readClocks.ts'
import { timeLeft } from '../screens/timeLeft.ts'

/** How a clock stands, in words first: time left or late, or how it ended; the due time below. */
export const ClockStanding = ({ clock, screen }: { clock: ClockRow; screen: Screen }) => {
  const { words, language, now, calendars, owners } = screen
  const moment = (at: Date) => momentText(at.toISOString(), language)
  const due = fill(words.dueOn, { at: dueText(clock.dueAt, screen) })
  const extended = clock.extensions > 0 ? ` · ${fill(words.extended, { n: clock.extensions })}` : ''
  if (clock.endedAt) {
    const isLate = clock.endedAt > clock.dueAt
    return (
      <span className={isLate ? 'coloa-due coloa-late' : 'coloa-due'}>
        <strong>
          {fill(isLate ? words.endedLate : words.endedInTime, { at: moment(clock.endedAt) })}
        </strong>
        <small>
          {due}
          {extended}
        </small>
      </span>
    )
  }
  const calendar = calendars.of(owners.get(clock.owner)?.calendarUnit ?? null)
  const left = timeLeft(calendar, clock.dueAt, now)
  return (
    <span className={left.isLate && !clock.pausedAt ? 'coloa-due coloa-late' : 'coloa-due'}>
      <strong>
        {clock.pausedAt
          ? fill(words.paused, { at: moment(clock.pausedAt) })
          : dueWords(left, language)}
      </strong>
      <small>
        {due}
        {extended}
      </small>
    </span>
  )
}
