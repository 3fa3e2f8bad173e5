import type { ServerProps } from 'payload'
import { requestOf } from '#kit/admin/requestOf.ts'
import { visibleBoards } from '../../people/visibleBoards.ts'
import { registerWordsOf } from './registerWords.ts'
import '#kit/admin/admin.css'

/** The way to the register of boards; straight to the board for those who are on one only. */
export const RegisterLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const [first, ...more] = await visibleBoards(req)
  if (!first) return null
  const href = more.length > 0 ? '/admin/boards' : `/admin/boards/${first.board}`
  return (
    <a className="coloa-nav" href={href}>
      {registerWordsOf(req.i18n.language).boards}
    </a>
  )
}
