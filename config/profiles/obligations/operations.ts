import type { ObligationOf } from '#domain/sla/obligation.ts'
import { label } from '#kit/label.ts'
import { aheadLadder, night, opsLadder, periodLadder } from './ladders.ts'
import type { Readings } from './readings.ts'

type Owed = ObligationOf<'deadline'> | ObligationOf<'report'>

/**
 * What those who run the systems owe, entered by hand: accounts (S-9, E-9), notice of planned downtime (S-8.2, S-15.5,
 * S-22.3, E-8.5, E-13.4), copies (P-13.3b).
 */
export const operations = (readings: Readings): Owed[] => [
  accountRequest(readings, 'accountRequest', 'S-9.8', sources),
  accountRequest(readings, 'ethnicAccountRequest', 'E-9.7.1', ethnic),
  leaverNotice('leaverNotice', 'S-9.6.2', sources),
  leaverNotice('ethnicLeaverNotice', 'E-9.5.1', ethnic),
  beforeDowntime('downtimeConsent', 'S-8.2', consent(sources)),
  beforeDowntime('downtimeNotice', 'S-15.5', announcement(sources)),
  beforeDowntime('downtimePlan', 'S-22.3', {
    vi: `Gửi kế hoạch nâng cấp, bảo trì (${sources.vi})`,
    en: `Send out the plan of an upgrade (${sources.en})`,
  }),
  beforeDowntime('ethnicDowntimeConsent', 'E-8.5.1', consent(ethnic)),
  beforeDowntime('ethnicDowntimeNotice', 'E-13.4.1', announcement(ethnic)),
  {
    kind: 'report',
    code: 'securityReview',
    clause: 'S-15.1',
    label: label(
      'Kiểm tra, đánh giá an toàn thông tin cùng Công an Thành phố',
      'Security review with the City Police',
    ),
    owes: ['city'],
    dueOn: readings.yearOn,
    isInclusive: true,
    ladder: periodLadder,
    mode: 'digest',
  },
]

/** P-13.3b: each copy that is entered, by a person or by the job that makes it, starts the clock of the next. */
export const weeklyCopy: ObligationOf<'deadline'> = {
  kind: 'deadline',
  code: 'weeklyCopy',
  clause: 'P-13.3b',
  label: label('Sao lưu dữ liệu Cổng ra thiết bị khác', 'Copy the portal’s data to other storage'),
  trigger: 'entry',
  duration: { days: 7 },
  counting: { firstDay: 'next', until: 'endOfDay' },
  ladder: opsLadder,
  quietHours: night,
}

type Name = { vi: string; en: string }
const sources: Name = { vi: 'hệ thống thông tin nguồn', en: 'source-information system' }
const ethnic: Name = { vi: 'hệ thống dữ liệu dân tộc, tôn giáo', en: 'ethnic-affairs data system' }

const accountRequest = (
  readings: Readings,
  code: string,
  clause: string,
  system: Name,
): ObligationOf<'deadline'> => ({
  kind: 'deadline',
  code,
  clause,
  label: {
    vi: `Giải quyết đề nghị về tài khoản (${system.vi})`,
    en: `Settle an account request (${system.en})`,
  },
  trigger: 'entry',
  duration: { workingDays: 1 },
  counting: { firstDay: readings.firstDay, until: readings.lastDayEnds },
  ladder: opsLadder,
  quietHours: night,
})

const leaverNotice = (code: string, clause: string, system: Name): ObligationOf<'deadline'> => ({
  kind: 'deadline',
  code,
  clause,
  label: {
    vi: `Báo khi người dùng chuyển công tác, nghỉ việc (${system.vi})`,
    en: `Tell of a user who leaves (${system.en})`,
  },
  reading: label(
    '“Tương ứng với thời gian ban hành quyết định”: trong ngày ban hành quyết định.',
    '“At the time of the decision”: on the day of the decision.',
  ),
  trigger: 'entry',
  duration: { days: 0 },
  counting: { firstDay: 'next', until: 'endOfDay' },
  ladder: opsLadder,
})

/** The event entered is the start of the downtime; what is owed is due 48 hours before it. */
const beforeDowntime = (code: string, clause: string, name: Name): ObligationOf<'deadline'> => ({
  kind: 'deadline',
  code,
  clause,
  label: name,
  trigger: 'entry',
  duration: { hours: -48 },
  counting: { firstDay: 'next', until: 'sameTime' },
  ladder: aheadLadder,
})

const consent = (system: Name): Name => ({
  vi: `Được đồng ý bằng văn bản trước khi tạm dừng ${system.vi}`,
  en: `Written consent before a downtime of the ${system.en}`,
})

const announcement = (system: Name): Name => ({
  vi: `Thông báo bảo trì, nâng cấp ${system.vi}`,
  en: `Announce a maintenance of the ${system.en}`,
})
