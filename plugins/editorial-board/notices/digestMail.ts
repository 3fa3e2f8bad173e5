import type { Mail } from '#kit/mail/queueMail.ts'
import { fill } from '#domain/text/fill.ts'
import { formatDate, formatMoment } from '#domain/text/formatDate.ts'
import { askingKinds } from './kinds.ts'
import { mailFrame } from './mailFrame.ts'
import type { ToldNotice } from './notice.ts'
import { noticeText } from './noticeText.ts'
import type { SiteNames } from './siteNames.ts'
import { noticeWords } from './words.ts'
import { kindWords } from './kindWords.ts'

/** The mail of a working morning: what waits for a person, what is due first on top, then what else happened. */
export const digestMail = (
  notices: readonly ToldNotice[],
  to: { language: 'vi' | 'en'; publicUrl: string; siteNames: SiteNames; now: Date },
): Omit<Mail, 'key' | 'to'> => {
  const { language, publicUrl } = to
  const words = noticeWords(language)
  const byKind = kindWords(language)
  const asked = latestOfEach(notices.filter((one) => askingKinds.includes(one.kind)))
  const news = notices.filter((one) => !askingKinds.includes(one.kind))
  const saying = (one: ToldNotice) => {
    const siteName = to.siteNames[language].get(one.log) ?? one.log
    return { siteName, ...noticeText(one, { language, siteName }) }
  }
  const isLate = (one: ToldNotice) =>
    one.detail.dueAt !== undefined && Date.parse(one.detail.dueAt) < to.now.getTime()
  const parts = [
    ...(asked.length > 0 ? [fill(words.digestAsked, { n: asked.length })] : []),
    ...(news.length > 0 ? [fill(words.digestNews, { n: news.length })] : []),
  ].join(', ')
  const [first] = asked
  const next = first?.detail.dueAt
    ? `; ${fill(words.digestFirst, { due: formatMoment(first.detail.dueAt, language) })}`
    : ''
  return {
    subject: `[${words.digestTag}] ${fill(words.digestSubject, { parts, day: formatDate(to.now.toISOString()) })}`,
    ...mailFrame({
      language,
      publicUrl,
      fact: `${parts}${next}.`,
      action: words.digestAction,
      path: '/admin/notices',
      tables: [
        {
          caption: words.digestWaiting,
          heads: [words.rowDue, words.rowTitle],
          rows: asked.map((one) => [
            `${isLate(one) ? `${byKind.tag.overdue}\n` : ''}${inLines(one.detail.dueAt)}`,
            `${one.title || words.untitled}\n${saying(one).siteName}`,
          ]),
        },
        {
          caption: words.digestOther,
          heads: [words.digestWhen, words.digestWhat],
          rows: news.map((one) => [
            inLines(one.at),
            `${saying(one).fact}\n${saying(one).siteName}`,
          ]),
        },
      ].filter((table) => table.rows.length > 0),
    }),
  }
}

/** Hour and day below each other: narrow enough for a phone. */
const inLines = (at: string | undefined): string =>
  at ? `${formatMoment(at, 'en').slice(0, 5)}\n${formatDate(at)}` : ''

/** One line for a submission, however often it was spoken of. */
const latestOfEach = (asked: readonly ToldNotice[]): ToldNotice[] =>
  [...new Map(asked.map((one) => [one.submissionId, one])).values()].sort((a, b) =>
    (a.detail.dueAt ?? '') < (b.detail.dueAt ?? '') ? -1 : 1,
  )
