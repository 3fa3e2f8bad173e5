const vi = {
  leagueTitle: 'Xếp hạng đúng hạn',
  leagueIntro: 'Đúng giờ của khung giờ cập nhật và của các việc có thời hạn, {from} đến {to}.',
  thisMonth: 'Tháng này',
  lastMonth: 'Tháng trước',
  thisQuarter: 'Quý này',
  thisYear: 'Năm nay',
  periods: 'Kỳ',
  from: 'Từ ngày',
  to: 'Đến ngày',
  show: 'Xem',
  leagueEmpty: 'Kỳ này chưa có khung giờ hay thời hạn nào.',
  leagueChart: 'Tỷ lệ đúng giờ của {n} trang đầu bảng theo thứ tự đang chọn.',
  sort_name: 'Trang, đơn vị',
  sort_windowRate: 'Khung giờ đúng',
  sort_windowsMissed: 'Khung giờ thiếu',
  sort_deadlineRate: 'Thời hạn đúng',
  sort_deadlinesLate: 'Việc trễ',
  sort_silenceHours: 'Lặng lâu nhất',
  sort_medianDelayHours: 'Trễ trung vị',
  sortedBy: 'đang sắp theo cột này',
  ofTotal: '{n} / {total}',
}

/** Texts of the league of sites and units. */
export type LeagueWords = typeof vi

const en: LeagueWords = {
  leagueTitle: 'On-time league',
  leagueIntro: 'How update windows and deadlines were kept, {from} to {to}.',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  thisQuarter: 'This quarter',
  thisYear: 'This year',
  periods: 'Period',
  from: 'From',
  to: 'To',
  show: 'Show',
  leagueEmpty: 'No window and no deadline fell into this period yet.',
  leagueChart: 'On-time rate of the first {n} in the order chosen.',
  sort_name: 'Site or unit',
  sort_windowRate: 'Windows met',
  sort_windowsMissed: 'Windows missed',
  sort_deadlineRate: 'Deadlines kept',
  sort_deadlinesLate: 'Late',
  sort_silenceHours: 'Longest silence',
  sort_medianDelayHours: 'Median delay',
  sortedBy: 'sorted by this column',
  ofTotal: '{n} of {total}',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const leagueWords = (language: string): LeagueWords => (language === 'en' ? en : vi)
