import type { Connection } from '../calendars/readCalendars.ts'
import type { DayChange, NoticeDay } from './notice.ts'

/** A notice that was applied. */
export type AppliedNotice = {
  id: string
  number: string
  /** YYYY-MM-DD. */
  issuedOn: string
  issuingBody: string
  link: string | null
  unit: number | null
  fullYear: number | null
  days: NoticeDay[]
  changes: DayChange[]
  by: string
  at: Date
  /** How many clocks it moved. */
  moved: number
}

/** The notices that were applied, the last first. */
export const readNotices = async (connection: Connection): Promise<AppliedNotice[]> => {
  const { rows } = await connection.query<AppliedNotice>(
    `select n.id, n.number, n.issued_on::text as "issuedOn", n.issuing_body as "issuingBody", n.link, n.unit,
       n.full_year as "fullYear", n.days, n.changes, n.entered_by_name as by, n.applied_at as at,
       (select count(*)::integer from sla.shifts s where s.notice = n.id) as moved
     from sla.calendar_notices n order by n.id desc`,
  )
  return rows
}
