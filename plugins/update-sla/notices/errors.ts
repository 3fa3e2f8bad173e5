import { PortalError } from '#kit/portalError.ts'

const entries = {
  notice_incomplete: [
    422,
    'Thông báo còn thiếu: hãy ghi đủ số, ngày, cơ quan ban hành và lý do của từng ngày.',
    'The notice is not complete: number, date, issuing body and the reason of each day are needed.',
  ],
  notice_bad_day: [
    422,
    'Có ngày không có thật. Ngày có dạng năm-tháng-ngày, ví dụ 2026-09-02.',
    'There is no such day. A day is year-month-day, such as 2026-09-02.',
  ],
  notice_bad_link: [
    422,
    'Địa chỉ của văn bản phải bắt đầu bằng https:// hoặc http://.',
    'The address of the text has to begin with https:// or http://.',
  ],
  notice_day_twice: [
    422,
    'Có ngày được ghi hai lần trong thông báo.',
    'A day is named twice in the notice.',
  ],
  notice_year_unknown: [
    422,
    'Lịch chưa có năm này. Chỉ thông báo cho cả năm mới mở thêm một năm, và mỗi lần một năm kế tiếp.',
    'The calendar does not know this year yet. Only a notice of the full year adds one, the next after the last known.',
  ],
  notice_year_announced: [
    422,
    'Năm này đã có thông báo cho cả năm; hãy bỏ đánh dấu “cho cả năm”.',
    'This year has been announced in full; take away “the full year”.',
  ],
  notice_known: [409, 'Thông báo này đã được áp dụng.', 'This notice has been applied already.'],
  notice_unit_missing: [422, 'Không có đơn vị này.', 'There is no such unit.'],
  notice_missing: [404, 'Không có thông báo này.', 'There is no such notice.'],
  calendar_fixed: [
    409,
    'Lịch của hệ thống này không nhận thông báo mới: lịch nằm trong cấu hình.',
    'This system takes no notices: its calendar is part of its configuration.',
  ],
} as const

/** Codes of the refusals of notices. */
export type NoticeErrorCode = keyof typeof entries

/** The refusal with a code; `details.fields` or `details.days` say where. */
export const noticeError = (
  code: NoticeErrorCode,
  details?: { fields?: readonly string[]; days?: readonly string[] },
): PortalError => {
  const [status, vi, en] = entries[code]
  const where = details?.days ? ` (${details.days.map(dayText).join(', ')})` : ''
  return new PortalError(code, status, { vi: vi + where, en: en + where }, details)
}

const dayText = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.split('-').toReversed().join('/') : day
