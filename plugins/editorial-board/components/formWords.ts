const vi = {
  template: 'Câu mẫu',
  templateChoose: 'Chọn một câu rồi sửa lại cho đúng…',
  choose: 'Chọn…',
  optional: '(không bắt buộc)',
  vietnamTime: 'Giờ Việt Nam.',
  shortcuts: 'Phím tắt',
  shortcutsTitle: 'Phím tắt ở màn hình này',
  close: 'Đóng',
  keyNext: 'Xuống nội dung sau',
  keyPrevious: 'Lên nội dung trước',
  keyOpen: 'Mở nội dung đang ở',
  keyChoose: 'Chọn hoặc bỏ chọn nội dung đang ở',
  keyApprove: 'Đến nút duyệt (Enter để duyệt)',
  keyReturn: 'Trả lại để làm rõ',
  keyRefuse: 'Từ chối đăng',
  keyNextItem: 'Nội dung chờ sau',
  keyPreviousItem: 'Nội dung chờ trước',
  keyBack: 'Về bàn duyệt',
  keyEscape: 'Đóng ô đang mở',
  keySend: 'Gửi ô đang mở',
  keyHelp: 'Xem bảng này',
}

/** Texts of forms and shortcuts. */
export type FormWords = typeof vi

const en: FormWords = {
  template: 'Ready wording',
  templateChoose: 'Choose a sentence, then make it fit…',
  choose: 'Choose…',
  optional: '(not required)',
  vietnamTime: 'Vietnam time.',
  shortcuts: 'Shortcuts',
  shortcutsTitle: 'Shortcuts on this screen',
  close: 'Close',
  keyNext: 'Next item',
  keyPrevious: 'Previous item',
  keyOpen: 'Open the item',
  keyChoose: 'Choose the item, or not',
  keyApprove: 'To the approve button (Enter approves)',
  keyReturn: 'Return for clarification',
  keyRefuse: 'Refuse publication',
  keyNextItem: 'Next waiting item',
  keyPreviousItem: 'Previous waiting item',
  keyBack: 'Back to the desk',
  keyEscape: 'Close the open form',
  keySend: 'Send the open form',
  keyHelp: 'This list',
}

/** The texts of forms and shortcuts in the language of the admin; Vietnamese unless it is English. */
export const formWords = (language: string): FormWords => (language === 'en' ? en : vi)
