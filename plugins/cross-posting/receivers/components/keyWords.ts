const vi = {
  keys: 'Khóa API',
  keysIntro:
    'Khóa chỉ hiện một lần khi tạo. Hệ thống chỉ giữ bản băm, nên khóa mất thì tạo khóa khác.',
  noKeys: 'Trang chưa có khóa nào.',
  columnLabel: 'Khóa',
  columnScopes: 'Được làm',
  columnUsed: 'Dùng gần nhất',
  columnExpires: 'Hết hạn',
  scope_feed: 'đọc nguồn tin',
  scope_propose: 'đề xuất tin',
  scope_manage: 'quản lý khóa và webhook',
  key_in_force: 'Đang dùng',
  key_ending: 'Đã thay, còn dùng được đến {at}',
  key_replaced: 'Đã thay',
  key_expired: 'Hết hạn',
  key_revoked: 'Đã thu hồi',
  usedFrom: '{at} từ {address}',
  misused: 'Bị từ chối {n} lần, gần nhất {at} từ {address}: có người vẫn dùng khóa này.',
  madeByKey:
    'Không do người tạo mà do khóa {label} {hint} tạo lúc {at}; thu hồi khóa đó thì khóa này cũng bị thu hồi.',
  rotate: 'Thay khóa',
  rotateOf: 'Thay khóa: {label}',
  rotateConfirm:
    'Khóa mới hiện một lần. Khóa cũ còn dùng được 7 ngày để bạn đổi trong chương trình.',
  revoke: 'Thu hồi',
  revokeOf: 'Thu hồi: {label}',
  revokeConfirm:
    'Chương trình đang dùng khóa này bị từ chối ngay từ lần gọi sau. Các khóa do khóa này tạo ra cũng bị thu hồi.',
  revoked: 'Đã thu hồi khóa.',
  newKey: 'Tạo khóa',
  label: 'Tên khóa',
  labelHint: 'Ví dụ: Máy chủ WordPress chính',
  life: 'Thời hạn',
  days: '{n} ngày',
}

/** Texts about the keys of a site. */
export type KeyWords = typeof vi

const en: KeyWords = {
  keys: 'API keys',
  keysIntro:
    'A key is shown once, when it is made. Only its hash is kept: make another one when it is lost.',
  noKeys: 'The site has no keys yet.',
  columnLabel: 'Key',
  columnScopes: 'May',
  columnUsed: 'Last used',
  columnExpires: 'Expires',
  scope_feed: 'read the feed',
  scope_propose: 'propose items',
  scope_manage: 'manage keys and webhooks',
  key_in_force: 'In use',
  key_ending: 'Replaced, good until {at}',
  key_replaced: 'Replaced',
  key_expired: 'Expired',
  key_revoked: 'Revoked',
  usedFrom: '{at} from {address}',
  misused: 'Refused {n} times, last at {at} from {address}: somebody still uses this key.',
  madeByKey:
    'Made not by a person but by the key {label} {hint} at {at}; revoking that one revokes this one, too.',
  rotate: 'Rotate',
  rotateOf: 'Rotate: {label}',
  rotateConfirm:
    'The new key is shown once. The old one stays good for 7 days, to change it in your program.',
  revoke: 'Revoke',
  revokeOf: 'Revoke: {label}',
  revokeConfirm:
    'Whatever uses this key is refused from the next request on. The keys it has made are revoked with it.',
  revoked: 'The key was revoked.',
  newKey: 'New key',
  label: 'Name of the key',
  labelHint: 'For example: Main WordPress server',
  life: 'Good for',
  days: '{n} days',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const keyWords = (language: string): KeyWords => (language === 'en' ? en : vi)
