import type { ObligationOf } from '#domain/sla/obligation.ts'
import { label } from '#kit/label.ts'
import type { Label } from '#domain/sla/label.ts'
import { periodLadder } from './ladders.ts'
import type { Readings } from './readings.ts'

/** What is owed each half-year and year about the portal and its sites (P-7, P-20, P-24, P-28, P-33). */
export const portalReports = (readings: Readings): ObligationOf<'report'>[] => {
  const half = { dueOn: readings.halfYearOn, covers: { from: '01-01', to: '06-30' } }
  const year = { dueOn: readings.yearOn, covers: { from: '01-01', to: '12-31' } }
  const cityReport = label(
    'Báo cáo hoạt động Cổng Thông tin điện tử',
    'Report on the activity of the portal',
  )
  const evaluation = label('Tổng kết hiệu quả hoạt động Cổng', 'Evaluation of the portal')
  const siteReport = label(
    'Báo cáo hoạt động trang thông tin điện tử',
    'Report on the activity of the site',
  )
  return [
    report('portalPlan', 'P-7.2', ['city'], dueOn(readings), {
      vi: 'Lập kế hoạch hoạt động Cổng hằng năm',
      en: 'Yearly plan of the portal',
    }),
    report('portalSummary', 'P-7.7', ['city'], year, {
      vi: 'Tổng kết hằng năm về hoạt động Cổng',
      en: 'Yearly summary of the portal',
    }),
    report('boardTraining', 'P-20.1', ['city', 'component'], dueOn(readings), {
      vi: 'Bồi dưỡng nghiệp vụ Ban Biên tập',
      en: 'Training of the editorial board',
    }),
    report('systemReview', 'P-24.2', ['city'], dueOn(readings), {
      vi: 'Rà soát Cổng và kế hoạch nâng cấp, chỉnh sửa',
      en: 'Review of the portal, with a plan of upgrades',
    }),
    report('boardsTraining', 'P-28.6', ['city'], dueOn(readings), {
      vi: 'Tập huấn đội ngũ các Ban Biên tập',
      en: 'Training for all editorial boards',
    }),
    report('portalHalfYear', 'P-28.9', ['city'], half, halfYear(cityReport)),
    report('portalYear', 'P-28.9', ['city'], year, wholeYear(cityReport)),
    report('evaluationHalfYear', 'P-28.13', ['city'], half, halfYear(evaluation)),
    report('evaluationYear', 'P-28.13', ['city'], year, wholeYear(evaluation)),
    report('siteHalfYear', 'P-33.8', ['component'], half, halfYear(siteReport)),
    report('siteYear', 'P-33.8', ['component'], year, wholeYear(siteReport)),
  ]
}

const dueOn = (readings: Readings) => ({ dueOn: readings.yearOn })
const halfYear = (what: Label) => ({ vi: `${what.vi} 6 tháng`, en: `${what.en}, half-year` })
const wholeYear = (what: Label) => ({ vi: `${what.vi} năm`, en: `${what.en}, year` })

const report = (
  code: string,
  clause: string,
  owes: readonly string[],
  due: Pick<ObligationOf<'report'>, 'dueOn' | 'covers'>,
  name: Label,
): ObligationOf<'report'> => ({
  kind: 'report',
  code,
  clause,
  label: name,
  reading: label(
    'Quy chế không nêu ngày nộp; lấy ngày cuối kỳ.',
    'The regulation gives no date; the last day of the period is taken.',
  ),
  owes,
  ...due,
  isInclusive: true,
  ladder: periodLadder,
  mode: 'digest',
})
