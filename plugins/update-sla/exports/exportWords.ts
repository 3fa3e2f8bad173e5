const vi = {
  exportClocks: 'Việc có thời hạn',
  exportWindows: 'Khung giờ cập nhật',
  exportLeague: 'Xếp hạng đúng hạn',
  columnDay: 'Ngày',
  columnSite: 'Trang',
  columnClause: 'Mã điều khoản',
  columnLaw: 'Căn cứ',
  columnFrom: 'Từ',
  columnTo: 'Đến',
  columnMetBy: 'Đạt nhờ',
  columnMadeGoodAt: 'Bù lúc',
  columnCode: 'Mã',
  columnEvent: 'Sự kiện lúc',
  columnNoticed: 'Nhập lúc',
  columnEndedAt: 'Xong lúc',
  columnEndedBy: 'Kết thúc bởi',
  columnExtensions: 'Số lần gia hạn',
  columnOwed: 'Việc đến hạn',
  unitHours: 'giờ',
}

/** Titles and heads of what is taken along as Excel or CSV, where no screen has them. */
export type ExportWords = typeof vi

const en: ExportWords = {
  exportClocks: 'Clocks',
  exportWindows: 'Update windows',
  exportLeague: 'On-time league',
  columnDay: 'Day',
  columnSite: 'Site',
  columnClause: 'Clause code',
  columnLaw: 'Legal basis',
  columnFrom: 'From',
  columnTo: 'To',
  columnMetBy: 'Met by',
  columnMadeGoodAt: 'Made good at',
  columnCode: 'Code',
  columnEvent: 'Event at',
  columnNoticed: 'Entered at',
  columnEndedAt: 'Done at',
  columnEndedBy: 'Ended by',
  columnExtensions: 'Extensions',
  columnOwed: 'Deadlines',
  unitHours: 'hours',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const exportWords = (language: string): ExportWords => (language === 'en' ? en : vi)
