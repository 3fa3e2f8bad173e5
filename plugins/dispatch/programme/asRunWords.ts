const vi = {
  columnTitle: 'Bản tin',
  columnPlanned: 'Giờ theo lịch',
  columnIssuer: 'Nơi phát hành',
  columnPriority: 'Mức độ',
  columnSeconds: 'Số giây theo lịch',
  columnState: 'Kết quả',
  columnDevice: 'Thiết bị',
  columnDeviceState: 'Thiết bị báo',
  columnBegan: 'Bắt đầu',
  columnEnded: 'Kết thúc',
  columnPlayed: 'Số giây đã phát',
  columnCutBy: 'Bị cắt bởi',
  columnAgain: 'Phát lại lúc',
  asRunIntro: 'Theo lịch và thực tế, từng thiết bị.',
  asRunEmpty: 'Ngày này không có lượt phát nào.',
  csv: 'Tải CSV',
  seconds: '{n} giây',
}

/** Texts of the log of what was on air. */
export type AsRunWords = typeof vi

const en: AsRunWords = {
  columnTitle: 'Bulletin',
  columnPlanned: 'Planned at',
  columnIssuer: 'Issuer',
  columnPriority: 'Priority',
  columnSeconds: 'Planned seconds',
  columnState: 'Outcome',
  columnDevice: 'Device',
  columnDeviceState: 'The device says',
  columnBegan: 'Began',
  columnEnded: 'Ended',
  columnPlayed: 'Played seconds',
  columnCutBy: 'Cut by',
  columnAgain: 'Again at',
  asRunIntro: 'Planned against played, device by device.',
  asRunEmpty: 'Nothing was on the programme that day.',
  csv: 'Download CSV',
  seconds: '{n} s',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const asRunWords = (language: string): AsRunWords => (language === 'en' ? en : vi)
