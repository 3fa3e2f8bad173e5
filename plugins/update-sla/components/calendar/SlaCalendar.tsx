import type { AdminViewServerProps, PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { hasCityRole } from '#kit/membershipsOf.ts'
import { calendarsOf } from '../../calendars/readCalendars.ts'
import { listDays } from '../../notices/listDays.ts'
import { nameClocks } from '../../notices/nameClocks.ts'
import { readNotices } from '../../notices/readNotices.ts'
import type { AppliedNotice } from '../../notices/readNotices.ts'
import { readShifts } from '../../notices/readShifts.ts'
import { theOptions } from '../../options.ts'
import { canSeeAll } from '../../rights.ts'
import { SlaPage } from '../SlaPage.tsx'
import { slaWords } from '../slaWords.ts'
import { calendarWords } from './calendarWords.ts'
import { DayList } from './DayList.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import { NoticeLog } from './NoticeLog.tsx'
import type { ShownShifts } from './NoticeLog.tsx'
import { YearGrid } from './YearGrid.tsx'
import './calendar.css'

const PAGE = 50
const rising = (a: number, b: number) => a - b

/** `/admin/sla/calendar`: the year at a glance, its days with their notices, a new notice, and what notices have moved. */
export const SlaCalendar = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/sla/calendar')
  const { language } = req.i18n
  const words = calendarWords(language)
  if (!canSeeAll(req)) {
    return (
      <SlaPage tab="/calendar" title={words.title} view={view}>
        <p>{slaWords(language).notAllowed}</p>
      </SlaPage>
    )
  }
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const { days } = await listDays(pool)
  const calendar = calendarsOf(days).all
  const common = days.filter((day) => day.unit === null)
  const years = [...new Set(common.map(({ date }) => Number(date.slice(0, 4))))].sort(rising)
  const today = calendar.dayOf(new Date())
  const asked = Number(one(view.searchParams?.year) ?? today.slice(0, 4))
  const year = years.includes(asked) ? asked : (years.at(-1) ?? asked)
  const expected = new Set(
    common.filter((day) => day.isProvisional).map(({ date }) => Number(date.slice(0, 4))),
  )
  const units = await readUnits(pool)
  const notices = await readNotices(pool)
  const ofYear = days.filter(({ date }) => date.startsWith(`${year}-`))
  const mayChange = hasCityRole(req, 'systemAdmin') && Boolean(theOptions().calendar.storeDays)
  const workingDays = calendar.workingDaysBetween(`${year}-01-01`, `${year}-12-31`)
  return (
    <SlaPage tab="/calendar" title={words.title} view={view}>
      <p>{words.intro}</p>
      <p className="coloa-parts">
        <a href="#ngay">{fill(words.days, { year })}</a>
        {mayChange ? <a href="#thong-bao">{words.notice}</a> : null}
        <a href="#nhat-ky">{words.log}</a>
      </p>
      <nav aria-label={words.years} className="coloa-parts">
        {years.map((each) => (
          <a
            aria-current={each === year ? 'page' : undefined}
            href={`/admin/sla/calendar?year=${each}`}
            key={each}
          >
            {each}
            {expected.has(each) ? <small>({words.provisional})</small> : null}
          </a>
        ))}
      </nav>
      {expected.has(year) ? (
        <p className="coloa-attention">{fill(words.provisionalYear, { year })}</p>
      ) : null}
      <p>
        {fill(words.workingDays, {
          year,
          n: workingDays + (calendar.isWorkingDay(`${year}-01-01`) ? 1 : 0),
        })}
      </p>
      <YearGrid
        calendar={calendar}
        language={language}
        listed={new Map(common.map((day) => [day.date, day]))}
        today={today}
        words={words}
        year={year}
      />
      <DayList days={ofYear} language={language} units={units} words={words} year={year} />
      {mayChange ? (
        <NoticeForm
          expected={common.filter((day) => day.isProvisional)}
          fullYears={[...expected, (years.at(-1) ?? year) + 1].sort(rising)}
          units={[...units]}
        />
      ) : null}
      <NoticeLog
        language={language}
        notices={notices}
        shown={await shownShifts({ req, pool, notices, view })}
        units={units}
        words={words}
      />
    </SlaPage>
  )
}

const readUnits = async (pool: Pool): Promise<ReadonlyMap<number, string>> => {
  const { unitsSql } = theOptions().calendar
  if (!unitsSql) return new Map()
  const { rows } = await pool.query<{ unit: number; name: string }>(
    `select u.unit, u.name from (${unitsSql}) u order by u.name`,
  )
  return new Map(rows.map(({ unit, name }) => [unit, name]))
}

const shownShifts = async (options: {
  req: PayloadRequest
  pool: Pool
  notices: readonly AppliedNotice[]
  view: AdminViewServerProps
}): Promise<ShownShifts | null> => {
  const { req, pool, view } = options
  const id = one(view.searchParams?.notice)
  const notice = options.notices.find((each) => each.id === id)
  if (!notice) return null
  const offset = Math.max(0, Math.floor(Number(one(view.searchParams?.offset) ?? 0)) || 0)
  const shifts = await readShifts(pool, { notice: notice.id, offset, limit: PAGE })
  return {
    notice,
    offset,
    limit: PAGE,
    lines: await nameClocks(pool, shifts, req.i18n.language),
  }
}

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined
