import { Temporal } from 'temporal-polyfill'
import { noticeError } from './errors.ts'
import type { ListedDay, Notice } from './notice.ts'

/**
 * Refuses what cannot be applied to the calendar as it is, and tidies what was typed.
 *
 * @throws PortalError notice_incomplete, notice_bad_link, notice_bad_day, notice_day_twice, notice_year_unknown,
 *   notice_year_announced
 */
export const checkNotice = (notice: Notice, days: readonly ListedDay[]): Notice => {
  const tidy = tidied(notice)
  demandTexts(tidy)
  const wrong = [tidy.issuedOn, ...tidy.days.map((day) => day.date)].filter((day) => !isDay(day))
  if (wrong.length > 0) throw noticeError('notice_bad_day', { days: wrong })
  const dates = tidy.days.map((day) => day.date)
  const twice = dates.filter((date, index) => dates.indexOf(date) !== index)
  if (twice.length > 0) throw noticeError('notice_day_twice', { days: [...new Set(twice)] })
  demandYears(tidy, days)
  return tidy
}

const tidied = (notice: Notice): Notice => ({
  ...notice,
  number: notice.number.trim(),
  issuedOn: notice.issuedOn.trim(),
  issuingBody: notice.issuingBody.trim(),
  link: notice.link?.trim() || null,
  days: notice.days.map((day) => ({
    date: day.date.trim(),
    kind: day.kind,
    reason: day.reason.trim(),
    reasonEn: day.reasonEn.trim() || day.reason.trim(),
  })),
})

const demandTexts = (notice: Notice) => {
  const missing = [
    ...(['number', 'issuedOn', 'issuingBody'] as const).filter((field) => notice[field] === ''),
    ...(notice.days.length === 0 ? ['days'] : []),
    ...notice.days.flatMap((day, index) => [
      ...(day.date === '' ? [`days.${index}.date`] : []),
      ...(day.reason === '' ? [`days.${index}.reason`] : []),
    ]),
  ]
  if (missing.length > 0) throw noticeError('notice_incomplete', { fields: missing })
  if (notice.link && !/^https?:\/\/\S+$/.test(notice.link))
    throw noticeError('notice_bad_link', { fields: ['link'] })
}

const isDay = (text: string): boolean => {
  try {
    return /^(?:19|2\d)\d\d-/.test(text) && Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Years become known one after the other, each by a notice of the whole. */
const demandYears = (notice: Notice, days: readonly ListedDay[]) => {
  const common = days.filter((day) => day.unit === null)
  const known = new Set(common.map((day) => yearOf(day.date)))
  const { fullYear } = notice
  if (fullYear !== null) {
    if (notice.unit !== null) throw noticeError('notice_incomplete', { fields: ['fullYear'] })
    const isNext = fullYear === Math.max(...known) + 1
    const isExpected = common.some((day) => day.isProvisional && yearOf(day.date) === fullYear)
    if (known.has(fullYear) && !isExpected) throw noticeError('notice_year_announced')
    if (!known.has(fullYear) && !isNext) throw noticeError('notice_year_unknown')
    if (!notice.days.some((day) => yearOf(day.date) === fullYear))
      throw noticeError('notice_incomplete', { fields: ['days'] })
    known.add(fullYear)
  }
  const outside = notice.days.map((day) => day.date).filter((date) => !known.has(yearOf(date)))
  if (outside.length > 0) throw noticeError('notice_year_unknown', { days: outside })
}

const yearOf = (day: string): number => Number(day.slice(0, 4))
