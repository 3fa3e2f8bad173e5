const vi = {
  framesIntro:
    'Loa và bảng tin hoạt động cả ngày nghỉ, ngày lễ. Bản tin khẩn cấp phát ngoài khung giờ và không làm thay đổi khung giờ.',
  framesNow: 'Đang áp dụng',
  framesDefault: 'Xã chưa nhập khung giờ; đang dùng khung giờ chung.',
  framesSince: 'Áp dụng từ {day}',
  framesFuture: 'Sẽ áp dụng từ {day}',
  framesEdit: 'Đổi khung giờ',
  framesAdd: 'Thêm khung giờ',
  framesRemove: 'Bỏ khung này',
  framesFrom: 'Từ',
  framesTo: 'Đến',
  framesDays: 'Ngày',
  framesValidFrom: 'Áp dụng từ ngày',
  framesReason: 'Căn cứ, lý do',
  framesSave: 'Ghi khung giờ',
  framesSaved: 'Đã ghi khung giờ mới.',
  framesNth: 'Khung thứ {n}',
  everyDay: 'Hằng ngày',
}

/** Texts about the hours of a commune’s media. */
export type FrameWords = typeof vi

const en: FrameWords = {
  framesIntro:
    'Radio and boards work on public holidays too. Emergencies are played outside the frames and leave them as they are.',
  framesNow: 'In force',
  framesDefault: 'The commune has entered none; the common frames hold.',
  framesSince: 'Since {day}',
  framesFuture: 'From {day} on',
  framesEdit: 'Change the frames',
  framesAdd: 'Add a frame',
  framesRemove: 'Remove this frame',
  framesFrom: 'From',
  framesTo: 'To',
  framesDays: 'Days',
  framesValidFrom: 'Valid from',
  framesReason: 'Basis, reason',
  framesSave: 'Save the frames',
  framesSaved: 'The new frames are saved.',
  framesNth: 'Frame {n}',
  everyDay: 'Every day',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const frameWords = (language: string): FrameWords => (language === 'en' ? en : vi)
