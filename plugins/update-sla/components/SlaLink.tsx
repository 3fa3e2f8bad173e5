import type { ServerProps } from 'payload'
import { requestOf } from '#kit/admin/requestOf.ts'
import { seesClocks } from '../rights.ts'
import { slaWords } from './slaWords.ts'
import '#kit/admin/admin.css'

/** The way to the clocks in the navigation. */
export const SlaLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req || !(await seesClocks(req))) return null
  return (
    <a className="coloa-nav" href="/admin/sla">
      {slaWords(req.i18n.language).deadlines}
    </a>
  )
}
