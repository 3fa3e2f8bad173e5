import { PortalError } from '#kit/portalError.ts'

const entries = {
  not_a_member: [
    403,
    'Bạn không thuộc Ban Biên tập của trang này hoặc vai trò của bạn không được làm việc này.',
    'You are not on the board of this site, or your role may not do this.',
  ],
  not_waiting: [
    409,
    'Nội dung này không còn chờ duyệt: đã được quyết định, trả lại hoặc rút về.',
    'This is not waiting any more: it was decided, returned or recalled.',
  ],
  own_work: [
    403,
    'Người trình không tự duyệt nội dung của mình; cần một người khác trong Ban Biên tập.',
    'Nobody approves what he submitted himself; another person of the board is needed.',
  ],
  changed_since: [
    409,
    'Nội dung đã được sửa sau khi trình; người trình cần trình lại bản mới.',
    'The content changed after it had been submitted; the new version has to be submitted.',
  ],
  reason_required: [422, 'Cần ghi rõ lý do.', 'A reason is required.'],
  ground_not_in_force: [
    422,
    'Căn cứ từ chối không có trong danh mục đang có hiệu lực.',
    'This ground of refusal is not on the list in force.',
  ],
  not_an_emergency: [
    422,
    'Chỉ bản tin khẩn cấp mới phát ngay không qua duyệt trước.',
    'Only an emergency bulletin is released at once.',
  ],
  not_public: [
    409,
    'Nội dung này hiện không công khai nên không có gì để gỡ.',
    'This is not public, so there is nothing to withdraw.',
  ],
  submission_missing: [
    404,
    'Không tìm thấy nội dung trình duyệt này.',
    'There is no such submission.',
  ],
  people_only: [
    403,
    'Chỉ con người trong Ban Biên tập mới được quyết định; tài khoản máy thì không.',
    'Only people decide; machine accounts do not.',
  ],
  bad_input: [400, 'Dữ liệu gửi lên không đúng.', 'The input is not valid.'],
} satisfies Record<string, [number, string, string]>

/** Every way the editorial board says no. */
export type BoardErrorCode = keyof typeof entries

/** The refusal with its sentence in both languages. */
export const boardError = (
  code: BoardErrorCode,
  details?: Record<string, unknown>,
): PortalError => {
  const [status, vi, en] = entries[code]
  return new PortalError(code, status, { vi, en }, details)
}
