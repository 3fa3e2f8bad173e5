import type { ServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { requestOf } from '#kit/admin/requestOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { countUnread } from '../notices/readNotices.ts'
import { screenWords } from '../notices/screenWords.ts'
import '#kit/admin/admin.css'

/** The way to the notices in the navigation, with how many are unread. */
export const NoticesLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req?.user) return null
  const words = screenWords(req.i18n.language)
  const n = await countUnread(await sqlOf(req), req.user.id)
  return (
    <a
      aria-label={n > 0 ? `${words.notices}, ${fill(words.unread, { n })}` : undefined}
      className="coloa-nav"
      href="/admin/notices"
    >
      {words.notices}
      {n > 0 ? <span>{n > 99 ? '99+' : n}</span> : null}
    </a>
  )
}
