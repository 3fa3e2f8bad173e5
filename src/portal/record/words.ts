import type { Locale } from '../site/portalSite.ts'

const vi = {
  title: 'Minh bạch: cập nhật đúng giờ',
  lead: 'Cổng Thành phố và mỗi trang thành phần phải cập nhật tin trong các khung giờ do quy chế quy định. Trang này cho biết mỗi trang đã cập nhật đúng giờ bao nhiêu.',
  how: 'Một khung giờ được tính là đúng khi trong khung giờ đó có ít nhất một nội dung được đăng mới hoặc cập nhật. Số liệu được máy chấm tự động và không sửa tay.',
  none: 'Chưa có khung giờ nào được chấm.',
  months: (year: string) => `Toàn Thành phố theo tháng, năm ${year}`,
  sites: (month: string, year: string) => `Theo trang: tháng ${month} và năm ${year} đến nay`,
  month: 'Tháng',
  site: 'Trang',
  rate: 'Tỷ lệ đúng giờ',
  windows: 'Khung giờ đúng / phải cập nhật',
  monthOf: (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`,
  rateOf: (month: string) => `Tháng ${month}`,
  yearOf: (year: string) => `Năm ${year} đến nay`,
  of: (met: string, owed: string) => `${met} / ${owed}`,
  nothing: 'không có',
}

const en: typeof vi = {
  title: 'Transparency: updates on time',
  lead: 'The city portal and each of its sites have to be updated within the hours that the regulation sets. This page shows how often each of them was.',
  how: 'A window counts as met when something was published or updated within it. The figures are counted by the system and not edited.',
  none: 'No window has been judged yet.',
  months: (year) => `The whole city by month, ${year}`,
  sites: (month, year) => `By site: ${month} and ${year} so far`,
  month: 'Month',
  site: 'Site',
  rate: 'On time',
  windows: 'Windows met of owed',
  monthOf: (month) => `${month.slice(5)}/${month.slice(0, 4)}`,
  rateOf: (month) => month,
  yearOf: (year) => `${year} so far`,
  of: (met, owed) => `${met} of ${owed}`,
  nothing: 'none',
}

/** The words of the page about how sites kept their windows. */
export const recordWords = (locale: Locale): typeof vi => (locale === 'en' ? en : vi)
