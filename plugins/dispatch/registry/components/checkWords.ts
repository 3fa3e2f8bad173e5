const vi = {
  check: 'Đánh giá an toàn thông tin mạng',
  checkIntro:
    'Trước khi kết nối, đơn vị vận hành chủ trì đánh giá từng thiết bị và ghi kết quả ở đây.',
  checkOpen: 'Ghi kết quả đánh giá…',
  checkTitle: 'Kết quả đánh giá',
  checkEffect:
    'Kết quả không đạt sẽ tạm dừng ngay thiết bị đang hoạt động. Đã ghi thì không xóa được.',
  checkDo: 'Ghi kết quả',
  checkDone: 'Đã ghi kết quả đánh giá.',
  checkNone: 'Chưa có đánh giá nào.',
  checkOutcome: 'Kết quả',
  checkedOn: 'Ngày đánh giá',
  document: 'Số văn bản',
  documentHint: 'Ví dụ: 15/BB-TTDL',
  findings: 'Phát hiện, kiến nghị',
  current: 'Cho cấu hình hiện nay',
  old: 'Cấu hình cũ',
}

/** Texts of the security check of a device. */
export type CheckWords = typeof vi

const en: CheckWords = {
  check: 'Security check',
  checkIntro: 'Before it is connected each device is assessed; the outcome is entered here.',
  checkOpen: 'Enter an outcome…',
  checkTitle: 'Outcome of the security check',
  checkEffect:
    'A failed check takes an active device out of service at once. What is entered stays.',
  checkDo: 'Enter',
  checkDone: 'The outcome is entered.',
  checkNone: 'No check yet.',
  checkOutcome: 'Outcome',
  checkedOn: 'Day of the check',
  document: 'Document number',
  documentHint: 'For example 15/BB-TTDL',
  findings: 'Findings',
  current: 'As it is now',
  old: 'As it was before',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const checkWords = (language: string): CheckWords => (language === 'en' ? en : vi)
