const vi = {
  confirmTitle: 'Xác nhận phát khẩn',
  confirmTitleExercise: 'Xác nhận phát diễn tập',
  confirmEffect:
    'Khi bấm phát, “{title}” được phát NGAY tới {devices} thiết bị ở {communes} xã, phường, có hiệu lực đến {until}.',
  confirmExercise: 'Đây là diễn tập: mọi thiết bị đều ghi và đọc rõ “DIỄN TẬP”.',
  confirmReal: 'Đây là bản tin THẬT, không phải diễn tập.',
  confirmOverride: 'Thành phố trực tiếp điều khiển: {reason}',
  confirmSupersedes: 'Bản tin cũ “{title}” sẽ kết thúc.',
  confirmReview: 'Người thứ hai của Ban Biên tập sẽ xem xét lại sau khi phát.',
  code: 'Mã xác thực (6 số trong ứng dụng, hoặc mã khôi phục)',
  send: 'PHÁT NGAY',
  sending: 'Đang phát…',
  back: 'Quay lại sửa',
}

/** Texts of the last step before an emergency goes out. */
export type ConfirmWords = typeof vi

const en: ConfirmWords = {
  confirmTitle: 'Confirm the emergency',
  confirmTitleExercise: 'Confirm the exercise',
  confirmEffect:
    'This plays “{title}” AT ONCE on {devices} {devices?device:devices} in {communes} {communes?commune:communes}, until {until}.',
  confirmExercise: 'This is an exercise: every device shows and says “DIỄN TẬP”.',
  confirmReal: 'This is REAL, not an exercise.',
  confirmOverride: 'The city takes direct control: {reason}',
  confirmSupersedes: 'The earlier bulletin “{title}” ends.',
  confirmReview: 'A second person of the board reviews it afterwards.',
  code: 'Code (6 digits of your app, or a recovery code)',
  send: 'ISSUE NOW',
  sending: 'Issuing…',
  back: 'Back to the text',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const confirmWords = (language: string): ConfirmWords => (language === 'en' ? en : vi)
