const vi = {
  deadlines: 'Thời hạn',
  pages: 'Các trang về thời hạn',
  tabToday: 'Hôm nay',
  tabCalendar: 'Lịch làm việc',
  todayTitle: 'Thời hạn hôm nay',
  notAllowed: 'Trang này dành cho thành viên Ban Biên tập, đơn vị vận hành, kiểm toán và quản trị.',
}

/** Texts of the clocks' screens. */
export type SlaWords = typeof vi

const en: SlaWords = {
  deadlines: 'Deadlines',
  pages: 'Pages about deadlines',
  tabToday: 'Today',
  tabCalendar: 'Working calendar',
  todayTitle: 'Deadlines today',
  notAllowed: 'This page is for board members, operators, auditors and administrators.',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const slaWords = (language: string): SlaWords => (language === 'en' ? en : vi)
