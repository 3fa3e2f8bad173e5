import type { ObligationOf } from '#domain/sla/obligation.ts'
import { label } from '#kit/label.ts'
import { incidentLadder, periodLadder } from './ladders.ts'
import type { Readings } from './readings.ts'

/** C-QĐ.2. */
const validFrom = '2026-07-01'

/** What each unit of Hải Phòng owes the City Police (C-25). */
export const cyberSecurity = (
  readings: Readings,
): (ObligationOf<'report'> | ObligationOf<'deadline'>)[] => [
  {
    kind: 'report',
    code: 'cyberSecurityYear',
    clause: 'C-25.1',
    validFrom,
    label: label('Báo cáo an ninh mạng hằng năm', 'Yearly report on cybersecurity'),
    owes: ['department', 'agency', 'ward', 'commune', 'specialZone'],
    dueOn: '12-25',
    isInclusive: false,
    ladder: periodLadder,
    mode: 'digest',
  },
  {
    kind: 'deadline',
    code: 'incidentReport',
    clause: 'C-25.2a',
    validFrom,
    label: label('Báo cáo sự cố mất an ninh mạng', 'Report a cybersecurity incident'),
    reading:
      readings.incidentRunsFrom === 'occurrence'
        ? label(
            'Tính từ thời điểm sự cố xuất hiện, không phải lúc phát hiện.',
            'From when the incident occurred, not from when it was found.',
          )
        : label('Tính từ thời điểm sự cố được phát hiện.', 'From when the incident was found.'),
    trigger: 'entry',
    duration: { hours: 24 },
    counting: { firstDay: 'next', until: 'sameTime' },
    ladder: incidentLadder,
  },
]
