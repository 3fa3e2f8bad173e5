import type { ServerProps } from 'payload'
import { requestOf } from '#kit/admin/requestOf.ts'
import { readDesk } from '../desk/readDesk.ts'
import { wordsOf } from '../words.ts'
import '#kit/admin/admin.css'
import './desk.css'

/** The way to the desk at the top of the navigation, with how much waits there. */
export const DeskLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const { boards, counts } = await readDesk(req, { limit: 1 })
  if (boards.length === 0) return null
  return (
    <a className="coloa-nav" href="/admin/review">
      {wordsOf(req.i18n.language).desk}
      {counts.mine > 0 ? <span>{counts.mine}</span> : null}
    </a>
  )
}
