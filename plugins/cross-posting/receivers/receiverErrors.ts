import { refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'

const entries = {
  key_missing: [401, 'Cần khóa API của trang.', 'A key of the site is needed.'],
  key_unknown: [401, 'Khóa API không đúng.', 'This key is unknown.'],
  key_revoked: [401, 'Khóa API này đã bị thu hồi.', 'This key was revoked.'],
  key_expired: [401, 'Khóa API này đã hết hạn.', 'This key has expired.'],
  key_replaced: [
    401,
    'Khóa API này đã được thay bằng khóa mới.',
    'This key was replaced by a newer one.',
  ],
  key_scope: [
    403,
    'Khóa API này không được phép làm việc này.',
    'This key does not allow what was asked.',
  ],
  subscription_unknown: [
    404,
    'Trang này không có đăng ký nhận tin còn hiệu lực từ nguồn này.',
    'This site has no subscription in force to this log.',
  ],
  site_unknown: [404, 'Không có trang này.', 'There is no such site.'],
  key_not_found: [404, 'Không có khóa API này.', 'There is no such key.'],
  key_not_in_force: [409, 'Khóa API này không còn hiệu lực.', 'This key is in force no longer.'],
  too_many_keys: [
    409,
    'Trang này đã có đủ số khóa API; hãy thu hồi khóa không dùng.',
    'This site has as many keys as it may; revoke those not in use.',
  ],
  too_many_rotations: [
    429,
    'Hôm nay các khóa API của trang này đã tự đổi quá nhiều lần. Quản trị viên vẫn đổi được trên trang quản trị.',
    'Keys of this site have rotated themselves too often today. An administrator can still do it in the admin.',
  ],
  endpoint_not_found: [404, 'Không có địa chỉ webhook này.', 'There is no such endpoint.'],
  too_many_endpoints: [
    409,
    'Trang này đã có đủ số địa chỉ webhook.',
    'This site has as many endpoints as it may.',
  ],
  endpoint_not_verified: [
    409,
    'Địa chỉ này chưa được xác minh.',
    'This endpoint has not been verified.',
  ],
  bad_url: [
    422,
    'Địa chỉ phải bắt đầu bằng https:// hoặc http://, không chứa tên đăng nhập.',
    'The address has to begin with https:// or http:// and to hold no log-in.',
  ],
  log_unknown: [422, 'Có nguồn phát hành không tồn tại.', 'One of the logs does not exist.'],
  person_unknown: [
    404,
    'Không có tài khoản đang hoạt động với địa chỉ thư này.',
    'No active account has this mail address.',
  ],
  technician_unknown: [
    404,
    'Người này không phải kỹ thuật viên của trang.',
    'This person is no technician of the site.',
  ],
  bad_input: [422, 'Dữ liệu gửi lên chưa đúng.', 'What was sent is not valid.'],
} as const satisfies Record<string, Refusal>

/** Codes of the refusals on the side of component sites, as the plugin's README lists them. */
export type ReceiverErrorCode = keyof typeof entries

/** A refusal by its code. */
export const receiverError = refusalsOf(entries)
