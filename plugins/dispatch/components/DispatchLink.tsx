import type { ServerProps } from 'payload'
import '#kit/admin/admin.css'
import { requestOf } from '#kit/admin/requestOf.ts'
import { maySeeDispatches } from '../endpoints/dispatchEndpoints.ts'
import { wordsOf } from '../words.ts'

/** The way to the dispatches in the navigation. */
export const DispatchLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req || !(await maySeeDispatches(req))) return null
  return (
    <a className="coloa-nav" href="/admin/dispatches">
      {wordsOf(req.i18n.language).title}
    </a>
  )
}
