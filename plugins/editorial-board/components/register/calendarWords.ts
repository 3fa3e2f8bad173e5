const vi = {
  calendarIntro:
    'Theo những gì đã ghi đến hôm nay, {today}. Đề nghị chưa được xác nhận không tính.',
  calendarDays: 'Thời gian',
  calendarHead: 'Trưởng Ban',
  calendarActing: 'Ký thay theo uỷ quyền',
  calendarOthers: 'Tự ký theo quy trình',
  calendarState: 'Tình trạng',
  daysCount: '{n} ngày',
  nobody: 'Không ai',
  gap: 'Không ai ký được',
  gapScoped: 'Không ai ký được ngoài phần đã uỷ quyền',
  someone: 'Có người ký',
  gapWarning: 'Có {n} ngày không ai ký được trong sáu tuần tới.',
  noGap: 'Ngày nào trong sáu tuần tới cũng có người ký.',
  weeks: 'Lịch sáu tuần',
  dayHead: 'Trưởng Ban',
  dayBoth: 'Trưởng Ban, uỷ quyền',
  dayActing: 'Uỷ quyền',
  dayOthers: 'Theo quy trình',
  dayGap: 'Không ai',
  weekdays: 'Thứ Hai,Thứ Ba,Thứ Tư,Thứ Năm,Thứ Sáu,Thứ Bảy,Chủ Nhật',
  print: 'In lịch',
  partly: 'một phần',
}

/** Texts of the calendar of who signs in the coming weeks. */
export type CalendarWords = typeof vi

const en: CalendarWords = {
  calendarIntro: 'By what is entered today, {today}. Proposals that wait are not counted.',
  calendarDays: 'When',
  calendarHead: 'Head',
  calendarActing: 'Acting under a mandate',
  calendarOthers: 'On their own, by the flow',
  calendarState: 'State',
  daysCount: '{n} days',
  nobody: 'Nobody',
  gap: 'Nobody can sign',
  gapScoped: 'Nobody can sign beyond the mandate',
  someone: 'Somebody can sign',
  gapWarning: 'Nobody can sign on {n} days of the next six weeks.',
  noGap: 'Somebody can sign on every day of the next six weeks.',
  weeks: 'Six weeks',
  dayHead: 'Head',
  dayBoth: 'Head, mandate',
  dayActing: 'Mandate',
  dayOthers: 'By the flow',
  dayGap: 'Nobody',
  weekdays: 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday',
  print: 'Print',
  partly: 'in part',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const calendarWords = (language: string): CalendarWords => (language === 'en' ? en : vi)
