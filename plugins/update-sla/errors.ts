import { PortalError, refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'
import { fieldNames } from './fieldNames.ts'

const entries = {
  bad_input: [422, 'Dữ liệu gửi lên chưa đúng.', 'What was sent is not valid.'],
  clock_unknown: [404, 'Không có thời hạn này.', 'There is no such clock.'],
  clock_ended: [409, 'Việc này đã xong.', 'This has been done already.'],
  clock_void: [
    409,
    'Việc này không còn phải làm: nội dung đã bị xoá hoặc gỡ.',
    'This is owed no longer: its item was deleted or withdrawn.',
  ],
  clock_counted: [
    409,
    'Chỉ tiêu tháng được đếm từ các bản tin đã phát hành, không đánh dấu bằng tay.',
    'A monthly quota is counted from released bulletins and is not marked by hand.',
  ],
  clock_paused: [409, 'Thời hạn này đang tạm dừng.', 'This clock stands still already.'],
  clock_not_paused: [409, 'Thời hạn này không tạm dừng.', 'This clock is not paused.'],
  not_owner: [
    403,
    'Chỉ Ban Biên tập của đơn vị này, đơn vị vận hành hoặc quản trị được làm việc này.',
    'Only the board of this owner, operators and administrators may do this.',
  ],
  owner_unknown: [404, 'Không có đơn vị này.', 'There is no such owner.'],
  bad_time: [
    422,
    'Thời điểm không hợp lệ: phải sau khi sự việc bắt đầu và không ở tương lai.',
    'This time does not fit: it has to be after the matter began and not in the future.',
  ],
  late_reason_missing: [
    422,
    'Thời điểm này sớm hơn lúc nhập. Hãy ghi lý do ghi lùi.',
    'This time lies before it is entered. Say why it is dated back.',
  ],
  extension_not_later: [
    422,
    'Hạn mới phải sau hạn hiện tại và sau lúc này.',
    'The new deadline has to be later than the present one and than now.',
  ],
  not_by_hand: [
    422,
    'Nghĩa vụ này không bắt đầu bằng việc ghi tay.',
    'This obligation does not begin with an entry by hand.',
  ],
  obligation_unknown: [404, 'Không có nghĩa vụ này.', 'There is no such obligation.'],
  obligation_changed: [
    409,
    'Nghĩa vụ này vừa được người khác sửa. Hãy tải lại trang và xem bản mới.',
    'Somebody else has just revised this obligation. Load the page again and look at the new version.',
  ],
  obligation_unchanged: [
    422,
    'Bản mới giống hệt bản đang có.',
    'The new version says the same as the present one.',
  ],
  obligation_from_past: [
    422,
    'Bản mới có hiệu lực sớm nhất từ ngày mai: những gì đã tính không được viết lại.',
    'A new version holds from tomorrow at the earliest: what has been counted is not rewritten.',
  ],
  obligation_fixed: [
    422,
    'Mã, loại và nguồn sự kiện của nghĩa vụ không đổi được; hãy lập một nghĩa vụ khác.',
    'Code, kind and trigger of an obligation cannot be changed; make another obligation.',
  ],
  silence_unknown: [404, 'Không có khoảng tắt nhắc này.', 'There is no such silence.'],
  silence_over: [409, 'Khoảng tắt nhắc này đã kết thúc.', 'This silence is over already.'],
  silence_span: [
    422,
    'Khoảng tắt nhắc phải kết thúc sau lúc bắt đầu và sau lúc này.',
    'A silence has to end after it begins, and after now.',
  ],
  silence_from_past: [
    422,
    'Khoảng tắt nhắc không bắt đầu trong quá khứ: những gì đã đến lúc nhắc thì đã nhắc.',
    'A silence does not begin in the past: what was due to be told has been told.',
  ],
  silence_too_long: [
    422,
    'Khoảng tắt nhắc dài quá mức cho phép.',
    'The silence is longer than is allowed.',
  ],
  silence_whose_missing: [
    422,
    'Hãy chọn tắt nhắc cho đơn vị nào, hoặc chọn mọi đơn vị.',
    'Choose whose alerts are silenced, or choose all units.',
  ],
  silence_what_missing: [
    422,
    'Hãy chọn tắt nhắc về việc nào, hoặc chọn mọi việc.',
    'Choose what is silenced, or choose everything.',
  ],
  reason_missing: [422, 'Hãy ghi lý do.', 'Say why.'],
  link_invalid: [
    403,
    'Liên kết này không đúng hoặc đã hết hạn.',
    'This link is wrong or has expired.',
  ],
  incident_unknown: [404, 'Không có cảnh báo này.', 'There is no such alert.'],
  bounce_unknown: [
    404,
    'Địa chỉ này không bị chặn gửi thư.',
    'Nothing keeps mail from this address.',
  ],
} as const satisfies Record<string, Refusal>

/** Codes of the refusals of update-sla, as its README lists them. */
export type SlaErrorCode = keyof typeof entries

const refusal = refusalsOf(entries)

/**
 * A refusal of update-sla by its code; `bad_input` names the fields that are wrong. What is wrong with one field alone is
 * told beside it (`details.field`).
 */
export const slaError = (
  code: SlaErrorCode,
  details?: { fields?: readonly string[]; field?: string } & Record<string, unknown>,
): PortalError => {
  const { fields = [] } = details ?? {}
  const named = code === 'bad_input' ? fieldNames(fields) : []
  if (named.length === 0) return refusal(code, details)
  const [status] = entries[code]
  const vi = `Còn thiếu hoặc chưa đúng: ${named.map((one) => one.vi).join(', ')}.`
  const en = `Missing or not valid: ${named.map((one) => one.en).join(', ')}.`
  const [field] = fields
  return new PortalError(
    code,
    status,
    { vi, en },
    fields.length === 1 ? { field, ...details } : details,
  )
}

/** The refusal of a silence that lasts too long, with how long one may last. */
export const silenceTooLong = (days: number): PortalError => {
  const [status] = entries.silence_too_long
  const vi = `Khoảng tắt nhắc dài nhất là ${days} ngày. Hãy chọn lúc kết thúc sớm hơn.`
  const en = `A silence lasts ${days} days at the longest. Choose an earlier end.`
  return new PortalError('silence_too_long', status, { vi, en }, { field: 'until', days })
}
