const vi = {
  codeFollowUp: 'Mã xác thực (bỏ trống nếu vừa nhập trong {n} phút qua)',
  correct: 'Sửa lời, phát lại',
  correctTitle: 'Sửa bản tin đang phát',
  correctEffect: 'Mọi thiết bị thay lời cũ bằng lời mới và phát ngay.',
  correctDo: 'Phát lời mới',
  corrected: 'Đã phát lời mới.',
  why: 'Lý do, ghi vào hồ sơ',
  prolong: 'Gia hạn',
  prolongTitle: 'Gia hạn bản tin',
  prolongEffect: 'Bản tin giữ nguyên lời, có hiệu lực thêm tính từ bây giờ.',
  prolongFor: 'Thêm',
  prolongDo: 'Gia hạn',
  prolonged: 'Đã gia hạn.',
  endIt: 'Kết thúc',
  endTitle: 'Kết thúc bản tin',
  endEffect: 'Thiết bị ngừng phát. Lệnh chỉ gửi tới những thiết bị có thể đã nhận bản tin.',
  endType: 'Vì sao',
  end_expired: 'Hết nguy hiểm',
  end_error: 'Báo nhầm',
  endDo: 'Kết thúc bản tin',
  ended: 'Đã kết thúc.',
  supersede: 'Thay bằng bản tin mới',
}

/** Texts of what may follow an emergency: correcting, prolonging and ending it. */
export type FollowUpWords = typeof vi

const en: FollowUpWords = {
  codeFollowUp: 'Code (leave empty if you entered one in the last {n} minutes)',
  correct: 'Correct and play again',
  correctTitle: 'Correct what is being played',
  correctEffect: 'Every device replaces the earlier text and plays the new one at once.',
  correctDo: 'Play the new text',
  corrected: 'The new text is out.',
  why: 'Reason, kept on record',
  prolong: 'Prolong',
  prolongTitle: 'Prolong the bulletin',
  prolongEffect: 'The text stays; it holds longer, counted from now.',
  prolongFor: 'For another',
  prolongDo: 'Prolong',
  prolonged: 'Prolonged.',
  endIt: 'End it',
  endTitle: 'End the bulletin',
  endEffect: 'Devices stop; only those that may have it are told.',
  endType: 'Why',
  end_expired: 'All clear',
  end_error: 'False alarm',
  endDo: 'End the bulletin',
  ended: 'Ended.',
  supersede: 'Replace by a new one',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const followUpWords = (language: string): FollowUpWords => (language === 'en' ? en : vi)
