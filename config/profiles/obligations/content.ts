import type { Duration } from '#domain/calendar/duration.ts'
import type { ObligationOf } from '#domain/sla/obligation.ts'
import { label } from '#kit/label.ts'
import { longLadder, night, periodLadder, shortLadder } from './ladders.ts'
import type { Readings } from './readings.ts'

/** Times by kind of content (P-13.1), and the review of fixed pages (P-17). */
export const content = (
  readings: Readings,
): (ObligationOf<'deadline'> | ObligationOf<'review'>)[] => {
  const counting = { firstDay: readings.firstDay, until: readings.lastDayEnds }
  const within = (duration: Duration, days: number) => ({
    kind: 'deadline' as const,
    duration,
    counting,
    ladder: days < 6 ? shortLadder : longLadder,
    quietHours: night,
  })
  const workingDays = (count: number) => within({ workingDays: count }, count)
  return [
    {
      code: 'policyLaw',
      clause: 'P-13.1b',
      label: label('Đăng thông tin pháp luật, chính sách', 'Publish law and policy'),
      trigger: 'articles',
      ...workingDays(2),
    },
    {
      code: 'documentIssuer',
      clause: 'P-13.1c.1',
      label: label('Đăng văn bản: cơ quan ban hành', 'Publish a document: issuing body'),
      trigger: 'documents',
      ...workingDays(2),
    },
    {
      code: 'documentScope',
      clause: 'P-13.1c.2',
      label: label('Đăng văn bản: cơ quan thuộc phạm vi', 'Publish a document: bodies in scope'),
      trigger: 'documents',
      ...workingDays(5),
    },
    {
      code: 'planTender',
      clause: 'P-13.1d',
      label: label('Đăng quy hoạch, dự án, đấu thầu', 'Publish plans, projects, tenders'),
      trigger: 'articles',
      ...workingDays(10),
    },
    {
      code: 'questionForward',
      clause: 'P-13.1e.1',
      label: label('Chuyển câu hỏi', 'Forward a question'),
      trigger: 'questions',
      ...workingDays(2),
    },
    {
      code: 'questionOutOfScope',
      clause: 'P-13.1e.2',
      label: label('Báo câu hỏi ngoài phạm vi', 'Tell that a question is out of scope'),
      reading: label(
        'Ngày làm việc mà câu hỏi được tiếp nhận, hoặc ngày làm việc kế tiếp khi đã hết giờ làm việc.',
        'The working day on which the question is received, or the next when offices have closed.',
      ),
      trigger: 'questions',
      ...within(
        readings.outOfScopeDay === 'ofReceipt' ? { sameWorkingDay: true } : { workingDays: 1 },
        1,
      ),
    },
    {
      code: 'questionAnswer',
      clause: 'P-13.1e.3',
      label: label('Trả lời câu hỏi', 'Answer a question'),
      reading: label(
        'Ngày hẹn trong thông báo tình trạng xử lý là hạn mới; số lần hẹn được đếm.',
        'The date that a status notice promises is the new deadline; promises are counted.',
      ),
      trigger: 'questions',
      promise: readings.promisedDate,
      ...workingDays(15),
    },
    {
      code: 'programme',
      clause: 'P-13.1f',
      label: label('Đăng chương trình, đề tài', 'Publish programmes and research'),
      trigger: 'articles',
      ...workingDays(20),
    },
    {
      code: 'statistics',
      clause: 'P-13.1g',
      label: label('Đăng thông tin thống kê', 'Publish statistics'),
      trigger: 'articles',
      ...workingDays(10),
    },
    {
      code: 'ownerRequest',
      clause: 'P-13.1i',
      label: label('Cập nhật theo yêu cầu của cơ quan chủ quản', 'Update at the owner’s request'),
      reading: label(
        '“Ngay khi có yêu cầu” được hiểu là trong ngày làm việc nhận yêu cầu.',
        '“At once” is read as within the working day of the request.',
      ),
      trigger: 'entry',
      ...within(readings.onRequest, 1),
    },
    {
      kind: 'review',
      code: 'pageReview',
      clause: 'P-17',
      label: label('Rà soát trang thông tin cố định', 'Review of fixed pages'),
      reading: label(
        'Quy chế chỉ nói “định kỳ”, không nêu số tháng.',
        'The regulation says “periodically” and gives no number.',
      ),
      trigger: 'pages',
      duration: readings.pageReview,
      counting: { firstDay: 'next', until: 'endOfWork' },
      ladder: periodLadder,
      mode: 'digest',
    },
  ]
}
