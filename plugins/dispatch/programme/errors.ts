import { momentText } from '#kit/admin/momentText.ts'
import { PortalError } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'

const messages = {
  bad_input: [400, 'Nội dung gửi lên không đúng mẫu.', 'The input is not of the expected form.'],
  offer_missing: [404, 'Không có bản tin này trong hộp của xã.', 'There is no such offer.'],
  airing_missing: [404, 'Không có lượt phát này trong lịch.', 'There is no such airing.'],
  clash_missing: [404, 'Không có việc trùng giờ này.', 'There is no such clash.'],
  not_of_commune: [
    403,
    'Chỉ người của xã, phường này được sắp xếp lịch phát của mình.',
    'Only people of this commune arrange its programme.',
  ],
  chair_decides: [
    403,
    'Việc này do Chủ tịch UBND cấp xã quyết định.',
    'The Chair of the commune’s People’s Committee decides on this.',
  ],
  stale_version: [
    409,
    'Người khác vừa thay đổi mục này. Xin xem lại rồi làm lại.',
    'Somebody else has just changed this. Please look again and repeat.',
  ],
  offer_closed: [
    409,
    'Bản tin đã bị thu hồi hoặc hết hiệu lực nên không xếp lịch được nữa.',
    'The bulletin was withdrawn or has expired; it cannot be scheduled any more.',
  ],
  not_declined: [409, 'Bản tin này không ở mục từ chối.', 'This bulletin is not declined.'],
  airing_over: [
    409,
    'Lượt phát này đã phát, đang phát hoặc đã bỏ nên không đổi được nữa.',
    'This airing is over, on the air or dropped; it cannot be changed any more.',
  ],
  sent_elsewhere: [
    409,
    'Lượt phát đã gửi tới thiết bị nên không đổi từ loa sang bảng hoặc ngược lại; hãy bỏ lượt này và xếp lượt mới.',
    'The airing is with the devices already; drop it and schedule another for the other medium.',
  ],
  in_past: [409, 'Giờ phát đã qua.', 'That time has passed.'],
  after_expiry: [
    409,
    'Bản tin hết hiệu lực trước khi phát xong.',
    'The bulletin expires before it would be over.',
  ],
  outside_frames: [
    409,
    'Giờ này nằm ngoài khung giờ của xã.',
    'This is outside the commune’s time frames.',
  ],
  outside_frames_confirm: [
    409,
    'Giờ này nằm ngoài khung giờ của xã. Bản tin ưu tiên vẫn xếp được nếu bạn xác nhận.',
    'This is outside the commune’s time frames. A priority bulletin may be placed here if you confirm.',
  ],
  slot_taken: [409, 'Giờ này đã có bản tin khác.', 'Another item is on at that time.'],
  no_times: [400, 'Chưa có giờ phát nào được chọn.', 'No time was chosen.'],
  no_neighbour: [409, 'Không còn mục nào để đổi chỗ.', 'There is no item to change places with.'],
  reason_missing: [400, 'Cần ghi lý do.', 'Please give a reason.'],
  clash_decided: [409, 'Việc trùng giờ này đã được quyết định.', 'This clash has been decided.'],
  frames_wrong: [
    400,
    'Khung giờ chưa đúng: mỗi khung cần có ngày, giờ đầu trước giờ cuối, và không chồng lên khung khác.',
    'The frames are not right: each needs days, a start before its end, and none may overlap another.',
  ],
  frames_too_early: [
    409,
    'Khung giờ mới chỉ áp dụng từ hôm nay trở đi.',
    'New frames hold from today on at the earliest.',
  ],
} as const satisfies Record<string, Refusal>

/** Codes of what the programme refuses. */
export type ProgrammeCode = keyof typeof messages

/** A refusal of the programme. `details.nearest` is a free time, ISO 8601. */
export const programmeError = (
  code: ProgrammeCode,
  details?: Record<string, unknown>,
): PortalError => {
  const [status, vi, en] = messages[code]
  const nearest = typeof details?.nearest === 'string' ? details.nearest : undefined
  if (!nearest) return new PortalError(code, status, { vi, en }, details)
  const at = (language: string) => momentText(nearest, language)
  return new PortalError(
    code,
    status,
    {
      vi: `${vi} Chỗ trống gần nhất: ${at('vi')}.`,
      en: `${en} The nearest free time: ${at('en')}.`,
    },
    details,
  )
}
