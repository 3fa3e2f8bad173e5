const vi = {
  lost: 'Mất liên lạc',
  found: 'Đã có lại',
  lostCount: '{n} thiết bị mất liên lạc',
  foundCount: '{n} thiết bị đã có lại',
  everywhere: 'toàn Thành phố',
  devices: 'Thiết bị',
  act: 'Việc cần làm: kiểm tra nguồn điện, đường truyền; xem bảng thiết bị',
  gateway: 'Cổng kết nối {name} ({commune}): {n} thiết bị phía sau, từ {at}',
  inCommune: '{commune}: {n} thiết bị, từ {at}',
  more: 'và {n} thiết bị khác',
  away: ', đã mất {length}',
  sign: 'Cổ Loa, theo dõi thiết bị. Thư tự động, gộp tối đa một thư mỗi vài phút.',
}

/** Texts of the mail about devices lost and found. */
export type PresenceWords = typeof vi

const en: PresenceWords = {
  lost: 'Lost',
  found: 'Back',
  lostCount: '{n} lost',
  foundCount: '{n} back',
  everywhere: 'the whole city',
  devices: 'Devices',
  act: 'What to do: look at power and line; see the device board',
  gateway: 'Gateway {name} ({commune}): {n} {n?device:devices} behind it, since {at}',
  inCommune: '{commune}: {n} {n?device:devices}, since {at}',
  more: 'and {n} more',
  away: ', away for {length}',
  sign: 'Cổ Loa, device watch. An automatic mail, at most one every few minutes.',
}

/** The texts by the language of the reader. */
export const presenceWords = { vi, en }
