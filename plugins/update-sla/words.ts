const vi = {
  today: 'Cập nhật hôm nay',
  met: 'Đã cập nhật lúc {at}',
  open: 'Chưa cập nhật, còn {left}',
  missed: 'Thiếu cập nhật',
  ahead: 'Chưa đến giờ',
  site: 'Trang',
  sums: '{sites} trang: {missed} thiếu cập nhật, {open} đang chờ trong khung giờ này.',
  none: 'Hôm nay không có khung giờ cập nhật nào.',
  more: 'và {n} trang nữa',
  hours: '{h} giờ {m} phút',
  minutes: '{m} phút',
}

/** Texts of the board of today. */
export type Words = typeof vi

const en: Words = {
  today: 'Updates today',
  met: 'Updated at {at}',
  open: 'Not updated yet, {left} left',
  missed: 'Missed',
  ahead: 'Not due yet',
  site: 'Site',
  sums: '{sites} sites: {missed} missed, {open} still to update in the present window.',
  none: 'No update is due today.',
  more: 'and {n} more sites',
  hours: '{h} h {m} min',
  minutes: '{m} min',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const wordsOf = (language: string): Words => (language === 'en' ? en : vi)
