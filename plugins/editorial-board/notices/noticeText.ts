import { fill } from '#domain/text/fill.ts'
import { formatMoment } from '#domain/text/formatDate.ts'
import type { NoticeKind } from './kinds.ts'
import type { Notice } from './notice.ts'
import { noticeWords } from './words.ts'
import { kindWords } from './kindWords.ts'
import type { NoticeWords } from './words.ts'

/** A notice in words. */
export type NoticeText = {
  /** Kind in a word or two: "Quá hạn". */
  tag: string
  /** What, where, by when, in one line, behind the tag. */
  subject: string
  /** What happened or waits, in one sentence. */
  fact: string
  /** What to do at `path`. */
  action: string
  /** Path in the admin. */
  path: string
  /** The particulars: label and value. */
  rows: (readonly [string, string])[]
}

const atDesk: readonly NoticeKind[] = ['submitted', 'advanced', 'dueSoon', 'overdue']

/** A notice in the words of a language. `siteName` is what its site is called in that language. */
export const noticeText = (
  notice: Omit<Notice, 'key'>,
  { language, siteName }: { language: 'vi' | 'en'; siteName: string },
): NoticeText => {
  const words = noticeWords(language)
  const byKind = kindWords(language)
  const { kind, detail } = notice
  const moment = (at: string | undefined) => (at ? formatMoment(at, language) : '')
  const title = notice.title || words.untitled
  const membership = membershipText(notice, words, siteName)
  const values = {
    title,
    by: detail.by ?? words.somebody,
    due: moment(detail.dueAt),
    atStep: detail.step ? fill(words.atStep, { step: detail.step[language] }) : '',
    when: detail.publishAt
      ? fill(words.publishAt, { at: moment(detail.publishAt) })
      : fill(words.withBundle, { bundle: detail.bundle ?? '' }),
    from: detail.from?.[language] ?? '',
    site: siteName,
    outcome: detail.outcome ? words.outcome[detail.outcome] : '',
    verdict: detail.verdict ? words[detail.verdict] : '',
    membership: membership.fact,
  }
  const tag = byKind.tag[kind]
  return {
    tag,
    subject: subjectOf(notice, words, { tag, siteName, title: membership.title || title, moment }),
    fact: fill(byKind.fact[kind], values),
    action: byKind.action[kind],
    path: pathOf(notice),
    rows: rowsOf(notice, words, { siteName, title, language, moment }),
  }
}

type Moment = (at: string | undefined) => string

const subjectOf = (
  { detail }: Omit<Notice, 'key'>,
  words: NoticeWords,
  said: { tag: string; siteName: string; title: string; moment: Moment },
): string => {
  const { tag, siteName, title, moment } = said
  const short = title.length > 90 ? `${title.slice(0, 88).trimEnd()}…` : title
  const by = detail.publishAt
    ? fill(words.subjectAt, { at: moment(detail.publishAt) })
    : detail.dueAt
      ? fill(words.subjectDue, { due: moment(detail.dueAt) })
      : ''
  return `[${tag}] ${siteName}: ${short}${by}`
}

const membershipText = (
  { detail }: Omit<Notice, 'key'>,
  words: NoticeWords,
  site: string,
): { fact: string; title: string } => {
  const { membership } = detail
  if (!membership) return { fact: '', title: '' }
  const day = (text: string | null | undefined) => (text ?? '').split('-').reverse().join('/')
  const to = day(membership.endsOn)
  const values = {
    site,
    role: membership.role ? words.role[membership.role] : '',
    other: membership.other ?? words.somebody,
    from: day(membership.startsOn),
    to,
    until: to ? fill(words.until, { to }) : '',
  }
  return {
    fact: fill(words.membership[membership.act], values),
    title: fill(words.membershipTitle[membership.act], values),
  }
}

const pathOf = ({ kind, submissionId, collection, docId, detail }: Omit<Notice, 'key'>): string => {
  if (detail.href?.startsWith('/')) return detail.href
  if (atDesk.includes(kind) && submissionId) return `/admin/review/${submissionId}`
  if (collection && docId !== null) return `/admin/collections/${collection}/${docId}`
  return '/admin'
}

const rowsOf = (
  { kind, title: given, detail }: Omit<Notice, 'key'>,
  words: NoticeWords,
  said: { siteName: string; title: string; language: 'vi' | 'en'; moment: Moment },
): (readonly [string, string])[] => {
  const { language, moment } = said
  const refusal = detail.refusal ? (words.refusal[detail.refusal] ?? detail.refusal) : ''
  const rows: [string, string | null | undefined][] = [
    [words.rowTitle, kind === 'membership' ? given : said.title],
    [words.rowSite, said.siteName],
    [words.rowFrom, detail.from?.[language]],
    [words.rowStep, detail.step?.[language]],
    [words.rowDue, moment(detail.dueAt)],
    [words.rowPublishAt, moment(detail.publishAt)],
    [words.rowBundle, detail.bundle],
    [byLabel(kind, words), detail.by],
    [words.rowReason, detail.reason?.[language]],
    [words.rowRefusal, refusal],
    [words.rowUnit, detail.unit],
    [words.rowExplanation, detail.explanation],
    [words.rowDocument, detail.membership?.document],
  ]
  return rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
}

const byLabel = (kind: NoticeKind, words: NoticeWords): string =>
  atDesk.includes(kind)
    ? words.rowBy.submitted
    : kind === 'emergency' || kind === 'emergencyOverdue'
      ? words.rowBy.emergency
      : words.rowBy.other
