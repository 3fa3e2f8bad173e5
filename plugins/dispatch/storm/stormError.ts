import { refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'

const refusals = {
  storm_not_here: [
    404,
    'Hệ thống này chưa bật trang phát khẩn cấp.',
    'There is no page for emergencies in this installation.',
  ],
  not_an_issuer: [
    403,
    'Tài khoản của bạn không được giao phát bản tin khẩn cấp.',
    'Your account may not issue emergencies.',
  ],
  area_not_yours: [
    403,
    'Ban Biên tập của xã, phường chỉ phát khẩn trong địa bàn của mình.',
    'The board of a commune issues emergencies for its own area only.',
  ],
  nobody_reached: [
    422,
    'Bản tin chưa tới được nơi nào: hãy chọn địa bàn, hoặc nhóm có thiết bị đang hoạt động.',
    'This would reach nobody: choose an area, or a group with devices in service.',
  ],
  area_unknown: [422, 'Có địa bàn hoặc nhóm không tồn tại.', 'An area or a group does not exist.'],
  override_not_here: [
    422,
    'Chỉ thành phố được trực tiếp điều khiển, và phải ghi lý do.',
    'Only the city takes direct control, and says why.',
  ],
  reason_not_in_force: [
    422,
    'Bản tin khẩn cấp phải nêu lý do có trong danh mục đang có hiệu lực.',
    'An emergency names a reason of the list in force.',
  ],
  already_over: [
    422,
    'Thời điểm hết hiệu lực phải ở phía trước, trong vòng 7 ngày.',
    'The end must lie ahead, within 7 days.',
  ],
  key_reused: [
    409,
    'Lần phát này đã được gửi với nội dung khác. Hãy tải lại trang để phát tin mới.',
    'This act was sent before with another content. Load the page again for a new one.',
  ],
  bulletin_missing: [404, 'Không có bản tin này.', 'There is no such bulletin.'],
  issued_elsewhere: [
    422,
    'Bản tin cần thay do trang khác phát; chỉ trang đó mới thay hoặc kết thúc được.',
    'What this replaces was issued by another site; only that site replaces or ends it.',
  ],
  exercise_for_real: [
    422,
    'Bản tin diễn tập không được thay cho bản tin thật đang có hiệu lực. Hãy kết thúc bản tin thật trước, rồi phát diễn tập.',
    'An exercise does not take the place of a real emergency in force. End the real one first, then send the exercise.',
  ],
  not_in_force: [
    409,
    'Bản tin này không còn hiệu lực, không sửa hay kết thúc được nữa.',
    'This bulletin is not in force any more.',
  ],
  draft_differs: [
    409,
    'Bản nháp của bản tin này vừa bị người khác sửa; chưa phát gì. Hãy tải lại trang, xem lại rồi phát.',
    'Somebody else has just changed the draft of this bulletin; nothing was sent. Load the page again, check, and send.',
  ],
  dispatch_missing: [404, 'Không có lượt phát này.', 'There is no such dispatch.'],
  no_alternate: [
    409,
    'Không thiết bị nào trong số này có kênh dự phòng.',
    'None of these devices has an alternate channel.',
  ],
  bad_input: [
    400,
    'Còn thiếu hoặc chưa đúng:',
    'Something is missing or not of the expected form:',
  ],
} as const satisfies Record<string, Refusal>

/** Why an emergency was not sent, corrected or ended. */
export type StormCode = keyof typeof refusals

/** A refusal of the page for emergencies, in both languages. */
export const stormError = refusalsOf(refusals)
