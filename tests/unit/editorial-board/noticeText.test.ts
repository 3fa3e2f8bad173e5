import { expect, test } from 'vitest'
import { defaultChoice, noticeKinds } from '#plugins/editorial-board/notices/kinds.ts'
import type { NoticeKind } from '#plugins/editorial-board/notices/kinds.ts'
import type { MembershipDetail, NoticeDetail } from '#plugins/editorial-board/notices/notice.ts'
import { noticeText } from '#plugins/editorial-board/notices/noticeText.ts'

const about = (kind: NoticeKind, detail: NoticeDetail, title = 'Lịch tiêm chủng') => ({
  kind,
  detail,
  title,
  board: 'hk',
  log: 'hk',
  collection: kind === 'membership' ? null : 'articles',
  docId: kind === 'membership' ? null : 7,
  submissionId: 'b1',
  round: 1,
  step: 0,
})
const vi = { language: 'vi' as const, siteName: 'Hoàn Kiếm' }
const en = { language: 'en' as const, siteName: 'Hoàn Kiếm' }
const full: NoticeDetail = {
  by: 'Minh',
  dueAt: '2026-11-25T09:30:00.000Z',
  step: { vi: 'Duyệt', en: 'Approval' },
  reason: { vi: 'Trái luật', en: 'Against the law' },
  explanation: 'Vì thế.',
  bundle: 'Gói Tết',
  verdict: 'objected',
  refusal: 'on_hold',
}

test('the subject says what, where and by when; the fact is one sentence; the rows say the rest', () => {
  expect(noticeText(about('overdue', full), vi)).toMatchObject({
    subject: '[Quá hạn] Hoàn Kiếm: Lịch tiêm chủng, hạn 16:30 ngày 25/11/2026',
    fact: '“Lịch tiêm chủng” đã quá hạn xử lý ở bước “Duyệt”; hạn là 16:30 ngày 25/11/2026.',
    path: '/admin/review/b1',
  })
  expect(noticeText(about('emergencyReviewed', full), en)).toMatchObject({
    fact: 'Minh reviewed “Lịch tiêm chủng”: objected.',
    path: '/admin/collections/articles/7',
  })
  expect(noticeText(about('lapsed', full), vi).rows).toContainEqual([
    'Vì sao',
    'nội dung đang bị tạm dừng theo yêu cầu pháp lý',
  ])
})

test('approved says when it becomes public: at its time, or with its bundle', () => {
  const at = { ...full, publishAt: '2026-11-26T01:00:00.000Z' }
  expect(noticeText(about('approved', at), vi).fact).toBe(
    'Minh đã duyệt “Lịch tiêm chủng”; nội dung sẽ được đăng lúc 08:00 ngày 26/11/2026.',
  )
  expect(noticeText(about('approved', full), vi).fact).toBe(
    'Minh đã duyệt “Lịch tiêm chủng”; nội dung sẽ được đăng cùng gói “Gói Tết”.',
  )
})

test.each(noticeKinds)(
  '%s leaves no gap in either language, with everything known or next to nothing',
  (kind) => {
    const acts: MembershipDetail['act'][] =
      kind === 'membership'
        ? ['appoint', 'end', 'mandateHeld', 'mandateGiven', 'mandateEnd']
        : ['appoint']
    for (const act of acts) {
      const membership: MembershipDetail = {
        act,
        role: 'deputy',
        startsOn: '2026-11-25',
        endsOn: '2026-12-05',
        document: '1/QĐ',
        other: null,
      }
      for (const language of [vi, en])
        for (const detail of [full, {}]) {
          const of = kind === 'membership' ? { ...detail, membership } : detail
          const said = noticeText(about(kind, of, kind === 'membership' ? '' : 'Tiêu đề'), language)
          expect(JSON.stringify(said)).not.toMatch(/[{}]\w|undefined|null|NaN|Invalid/)
          expect(said.fact).toMatch(/\S.*\.$/)
        }
    }
  },
)

test('by default returned, refused, lapsed, overdue, emergencies and withdrawals with the origin come by mail at once, the rest in the digest', () => {
  expect(noticeKinds.filter((kind) => defaultChoice(kind).mail === 'now')).toEqual([
    'overdue',
    'returned',
    'refused',
    'lapsed',
    'emergency',
    'emergencyOverdue',
    'emergencyReviewed',
    'withdrawnWithOrigin',
  ])
  expect(noticeKinds.every((kind) => defaultChoice(kind).inApp === 'now')).toBe(true)
})
