import type { Connection } from '../calendars/readCalendars.ts'
import { theOptions } from '../options.ts'
import { noticeError } from './errors.ts'
import type { Notice } from './notice.ts'

/**
 * Refuses a notice that was applied before, one for a unit that is not there, and every one where days cannot be stored.
 *
 * @throws PortalError notice_known, notice_unit_missing, calendar_fixed
 */
export const demandNew = async (connection: Connection, notice: Notice): Promise<void> => {
  const { storeDays, unitsSql } = theOptions().calendar
  if (!storeDays) throw noticeError('calendar_fixed')
  const { rows } = await connection.query<{ isKnown: boolean }>(
    `select exists (select from sla.calendar_notices where lower(btrim(number)) = lower($1)
       and extract(year from issued_on) = extract(year from $2::date) and coalesce(unit, 0) = coalesce($3::integer, 0)
     ) as "isKnown"`,
    [notice.number, notice.issuedOn, notice.unit],
  )
  if (rows[0]?.isKnown) throw noticeError('notice_known')
  if (notice.unit === null) return
  const { rows: units } = unitsSql
    ? await connection.query(`select from (${unitsSql}) u where u.unit = $1`, [notice.unit])
    : { rows: [] }
  if (units.length === 0) throw noticeError('notice_unit_missing', { fields: ['unit'] })
}
