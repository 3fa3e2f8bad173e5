import type { AdminViewServerProps } from 'payload'
import { addDays, dayOf, isDay, weekdayOf } from '#domain/dispatch/programme/localDay.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import { poolOf } from '../poolOf.ts'
import { isDecider } from '../rights.ts'
import { dayText } from '../screens/dayText.ts'
import { readDay } from '../screens/readDay.ts'
import { readOpenClashes } from '../screens/readOpenClashes.ts'
import { ClashList } from './ClashList.tsx'
import { DayBoard } from './DayBoard.tsx'
import { openScreen } from './openScreen.ts'
import { ProgrammePage } from './ProgrammePage.tsx'
import { scheduleWords } from './scheduleWords.ts'

/** `/admin/day-schedule`: a day of the commune on radio and on boards, to be arranged by mouse, finger or keyboard. */
export const DaySchedule = async (view: AdminViewServerProps) => {
  const screen = await openScreen(view, '/admin/day-schedule')
  const { req, words, language, query, now, unit } = screen
  const said = scheduleWords(language)
  if (!unit)
    return (
      <AdminPage title={words.title} view={view}>
        <p>{screen.problem}</p>
      </AdminPage>
    )
  const asked = query.get('day') ?? ''
  const today = dayOf(now.getTime())
  const day = isDay(asked) ? asked : today
  const pool = poolOf(req) as never // a pool asks as a client does
  const plan = await readDay(pool, { unitCode: unit.code, day, now })
  const clashes = (await readOpenClashes(pool, unit.code, now)).filter(
    (one) => dayOf(Date.parse(one.theirs.at)) === day,
  )
  const href = (to: string) => `/admin/day-schedule?unit=${unit.code}&day=${to}`
  return (
    <ProgrammePage kept={{ day }} tab="schedule" unit={unit} view={view} words={words}>
      <div className="coloa-day-head">
        <h2>
          {words[`weekday_${weekdayOf(day) as 1}`]}, {dayText(day)}
        </h2>
        <nav aria-label={words.day} className="coloa-pager">
          <a href={href(addDays(day, -1))} rel="prev">
            ← {said.previousDay}
          </a>
          {day === today ? null : <a href={href(today)}>{said.today}</a>}
          <a href={href(addDays(day, 1))} rel="next">
            {said.nextDay} →
          </a>
        </nav>
        <Filters
          action="/admin/day-schedule"
          doLabel={words.look}
          fields={[{ name: 'day', label: words.day, value: day, isDay: true }]}
          mayClear={false}
          words={{ filter: words.look, clear: words.clear }}
        >
          <input name="unit" type="hidden" value={unit.code} />
        </Filters>
      </div>
      <ClashList
        clashes={clashes}
        language={language}
        mayDecide={(decider) => unit.isOwn && isDecider(req, decider)}
        words={words}
      />
      <DayBoard
        day={day}
        may={{ arrange: unit.mayArrange, refuse: unit.mayRefuse }}
        media={plan.media}
        unitCode={unit.code}
        unplaced={plan.unplaced}
      />
    </ProgrammePage>
  )
}
