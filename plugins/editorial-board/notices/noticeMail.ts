import type { Mail } from '#kit/mail/queueMail.ts'
import { mailFrame } from './mailFrame.ts'
import type { ToldNotice } from './notice.ts'
import { noticeText } from './noticeText.ts'
import type { SiteNames } from './siteNames.ts'

/** A notice as a mail of its own, in the reader's language; mails about one document are shown together. */
export const noticeMail = (
  notice: ToldNotice,
  to: { language: 'vi' | 'en'; publicUrl: string; siteNames: SiteNames },
): Omit<Mail, 'key' | 'to'> => {
  const { language, publicUrl } = to
  const siteName = to.siteNames[language].get(notice.log) ?? notice.log
  const said = noticeText(notice, { language, siteName })
  return {
    subject: said.subject,
    ...mailFrame({ ...said, language, publicUrl, tables: [{ rows: said.rows }] }),
    ...(notice.collection ? { thread: `board:${notice.collection}:${notice.docId}` } : {}),
  }
}
