import type { ServerProps } from 'payload'
import '#kit/admin/admin.css'
import { requestOf } from '#kit/admin/requestOf.ts'
import { poolOf } from '../poolOf.ts'
import { programmeWordsOf } from '../programmeWords.ts'
import { ownCommune, seesProgrammes } from '../rights.ts'
import { countInbox } from '../screens/readInbox.ts'

/** The way to the commune's programme in the navigation, with how much waits for it. */
export const ProgrammeLink = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req || !(await seesProgrammes(req))) return null
  const own = await ownCommune(req)
  const waiting = own ? await countInbox(poolOf(req) as never, own) : undefined // a pool asks as a client does
  const total = waiting ? waiting.waiting + waiting.clashes : 0
  return (
    <a className="coloa-nav" href="/admin/commune-inbox">
      {programmeWordsOf(req.i18n.language).title}
      {total > 0 ? <span>{total}</span> : null}
    </a>
  )
}
