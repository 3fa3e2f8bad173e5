import type { ServerProps } from 'payload'
import { requestOf } from '#kit/admin/requestOf.ts'
import { seesSites } from '../receivers/siteRights.ts'
import { countWaiting } from '../screens/countWaiting.ts'
import { ownSites } from '../screens/ownSites.ts'
import { crossPostingWords } from './crossPostingWords.ts'
import '#kit/admin/admin.css'

/** The way to cross-posting in the navigation, with how much waits for the person's boards. */
export const CrossPostingLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const own = await ownSites(req)
  if (own.read.length === 0 && !(await seesSites(req))) return null
  const { total } = await countWaiting(req, own.handled)
  return (
    <a
      className="coloa-nav"
      href={own.read.length > 0 ? '/admin/cross-posting' : '/admin/cross-posting/sites'}
    >
      {crossPostingWords(req.i18n.language).crossPosting}
      {total > 0 ? <span>{total}</span> : null}
    </a>
  )
}
