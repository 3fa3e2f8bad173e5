const vi = {
  site: 'Phát nhân danh',
  template: 'Chuyện gì đang xảy ra?',
  templateHint: 'Chọn mẫu có sẵn rồi sửa, hoặc tự viết.',
  templateNone: 'Tự viết',
  reasonEmpty: 'Chọn lý do',
  explanation: 'Căn cứ, ghi vào hồ sơ',
  explanationHint: 'Để trống: ghi lý do đã chọn.',
  hours: 'Hết hiệu lực sau',
  exercise: 'Đây là diễn tập',
  exerciseHint: 'Mọi hình thức đều ghi và đọc rõ “DIỄN TẬP”.',
  exerciseNotForReal:
    'Diễn tập không thay cho bản tin thật đang có hiệu lực; hãy kết thúc bản tin thật trước.',
  override: 'Thành phố trực tiếp điều khiển',
  overrideHint: 'Trường hợp đặc biệt: phát ngay trên hệ thống của xã, phường. Lý do được ghi lại.',
}

/** Texts of the fields in which an emergency is written. */
export type ComposeWords = typeof vi

const en: ComposeWords = {
  site: 'In the name of',
  template: 'What is happening?',
  templateHint: 'Take a ready text and change it, or write your own.',
  templateNone: 'My own text',
  reasonEmpty: 'Choose a reason',
  explanation: 'Grounds, kept on record',
  explanationHint: 'Left empty, the chosen reason is kept.',
  hours: 'Ends after',
  exercise: 'This is an exercise',
  exerciseHint: 'Every form shows and says “DIỄN TẬP”.',
  exerciseNotForReal:
    'An exercise does not take the place of a real emergency in force; end the real one first.',
  override: 'The city takes direct control',
  overrideHint: 'Special case: played at once on communes’ systems. The reason is recorded.',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const composeWords = (language: string): ComposeWords => (language === 'en' ? en : vi)
