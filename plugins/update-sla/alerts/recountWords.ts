const vi = {
  subject: '[Đếm lại khác] {verdicts} kết quả khung giờ, {clocks} thời hạn',
  fact: 'Đếm lại toàn bộ lúc {at} thấy {verdicts} kết quả khung giờ khác với sổ phát hành và {clocks} thời hạn bị ghi khác nguồn.',
  action: 'Việc cần làm: tìm xem ai đã ghi thẳng vào cơ sở dữ liệu và báo người kiểm tra, giám sát',
  caption: 'Kết quả khung giờ không khớp sổ phát hành',
  window: 'Khung giờ',
  day: 'Ngày',
  stored: 'Đang ghi',
  counted: 'Đếm lại',
  met: 'đạt',
  missed: 'thiếu',
  missing: 'không có',
  more: 'và {n} kết quả nữa',
  kept: 'Kết quả khung giờ đã ghi không bị sửa; thời hạn ghi khác nguồn đã được đặt lại cho đúng.',
}

/** Texts of the mail about what the nightly recount found. */
export type RecountWords = typeof vi

const en: RecountWords = {
  subject: '[Recount differs] {verdicts} verdicts, {clocks} clocks',
  fact: 'The recount of everything at {at} found {verdicts} verdicts that the log does not bear out and {clocks} clocks that differ from their source.',
  action: 'Find out who wrote into the database directly, and tell the auditors',
  caption: 'Verdicts that the log does not bear out',
  window: 'Window',
  day: 'Day',
  stored: 'Stored',
  counted: 'Counted',
  met: 'met',
  missed: 'missed',
  missing: 'none',
  more: 'and {n} more',
  kept: 'Verdicts are never changed; clocks that differed were put right.',
}

/** In the language of the reader. */
export const recountWords = (language: 'vi' | 'en'): RecountWords => (language === 'en' ? en : vi)
