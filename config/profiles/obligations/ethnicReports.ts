import type { ObligationOf } from '#domain/sla/obligation.ts'
import { label } from '#kit/label.ts'
import { periodLadder } from './ladders.ts'

/** Reports of each unit on ethnic affairs (E-10.3): the dates are the regulation's, the day itself included. */
export const ethnicReports: readonly ObligationOf<'report'>[] = (
  [
    ['ethnicQuarter1', 'E-10.3.1', '03-14', '01-01', '03-14', 'quý I', 'first quarter'],
    ['ethnicHalfYear', 'E-10.3.2', '06-14', '01-01', '06-14', '6 tháng', 'half-year'],
    ['ethnicQuarter3', 'E-10.3.3', '09-14', '06-15', '09-14', 'quý III', 'third quarter'],
    // Due before its period ends: what is reported then is in part an estimate.
    ['ethnicYear', 'E-10.3.4', '12-14', '01-01', '12-31', 'năm', 'year'],
  ] as const
).map(([code, clause, dueOn, from, to, vi, en]) => ({
  kind: 'report',
  code,
  clause,
  label: label(`Báo cáo công tác dân tộc ${vi}`, `Report on ethnic affairs, ${en}`),
  owes: ['department', 'ward', 'commune'],
  dueOn,
  isInclusive: true,
  covers: { from, to },
  ladder: periodLadder,
  mode: 'digest',
}))
