import { PortalError } from '#kit/portalError.ts'

const refusals = {
  bad_cursor: {
    status: 400,
    vi: 'Con trỏ "after" phải là số nguyên không âm.',
    en: 'The cursor "after" must be a whole number, zero or more.',
  },
  cursor_ahead: {
    status: 409,
    vi: 'Con trỏ vượt quá sổ phát hành; hãy đồng bộ lại từ đầu với after=0.',
    en: 'The cursor is ahead of the log; synchronise again from after=0.',
  },
  bad_limit: {
    status: 400,
    vi: '"limit" phải là số nguyên từ 1 đến 500.',
    en: '"limit" must be a whole number from 1 to 500.',
  },
  bad_wait: {
    status: 400,
    vi: '"wait" phải là số giây nguyên từ 0 đến 25.',
    en: '"wait" must be whole seconds from 0 to 25.',
  },
  bad_locale: {
    status: 400,
    vi: '"locale" phải là vi hoặc en.',
    en: '"locale" must be vi or en.',
  },
  unknown_collection: {
    status: 400,
    vi: '"collections" có loại nội dung không tồn tại.',
    en: '"collections" names a kind of content that does not exist.',
  },
  bad_filter: {
    status: 400,
    vi: 'Bộ lọc chỉ gồm các mã cách nhau bằng dấu phẩy, tối đa 100 mã, và không đi cùng "subscription".',
    en: 'A filter is a list of codes with commas between them, at most 100, and does not go with "subscription".',
  },
  unknown_category: {
    status: 400,
    vi: '"categories" có chuyên mục không tồn tại.',
    en: '"categories" names a section that does not exist.',
  },
  unknown_subscription: {
    status: 404,
    vi: 'Không có đăng ký nhận tin này cho khóa đã dùng.',
    en: 'There is no such subscription for the key that was used.',
  },
  unknown_archive: {
    status: 404,
    vi: 'Không có tập lưu trữ với số này.',
    en: 'There is no archive document of this number.',
  },
  unknown_parameter: {
    status: 400,
    vi: 'Địa chỉ có tham số không được hỗ trợ hoặc lặp lại.',
    en: 'The address has a parameter that is unknown or repeated.',
  },
  unknown_site: {
    status: 404,
    vi: 'Không có trang thành phần với mã này.',
    en: 'There is no site with this code.',
  },
  method_not_allowed: {
    status: 405,
    vi: 'Nguồn tin chỉ hỗ trợ GET và HEAD.',
    en: 'The feed answers GET and HEAD only.',
  },
} as const

/** A refusal of the feed, by its stable code. */
export const refuse = (code: keyof typeof refusals): PortalError => {
  const { status, vi, en } = refusals[code]
  return new PortalError(code, status, { vi, en })
}
