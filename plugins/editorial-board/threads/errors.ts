import { refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'

const entries = {
  comment_empty: [422, 'Chưa có lời góp ý.', 'There is no comment yet.'],
  comment_too_long: [
    422,
    'Lời góp ý dài quá 4.000 ký tự; hãy chia thành nhiều góp ý.',
    'The comment is longer than 4,000 characters; please split it.',
  ],
  quote_too_long: [
    422,
    'Đoạn trích dài quá 500 ký tự; hãy chọn đoạn ngắn hơn.',
    'The quoted passage is longer than 500 characters; please choose a shorter one.',
  ],
  quote_not_found: [
    422,
    'Đoạn trích không có trong mục này của bản trình.',
    'The quoted passage is not in this field of the submission.',
  ],
  unknown_field: [
    422,
    'Bản trình không có mục này hoặc thứ tiếng này.',
    'The submission has no such field or language.',
  ],
  submission_superseded: [
    409,
    'Đã có bản trình mới hơn; hãy góp ý ở bản mới.',
    'There is a newer submission; please comment on that one.',
  ],
  thread_missing: [404, 'Không tìm thấy góp ý này.', 'There is no such thread.'],
  thread_resolved: [
    409,
    'Góp ý này vừa được đánh dấu đã giải quyết; mở lại nếu còn việc phải bàn.',
    'This thread has been resolved; reopen it if there is more to say.',
  ],
  thread_open: [409, 'Góp ý này đang mở.', 'This thread is open.'],
} as const satisfies Record<string, Refusal>

/** Every way the threads say no. */
export type ThreadErrorCode = keyof typeof entries

/** The refusal with its sentence in both languages. */
export const threadError = refusalsOf(entries)
