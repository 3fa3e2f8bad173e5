import type { ServerProps } from 'payload'
import '#kit/admin/admin.css'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { requestOf } from '#kit/admin/requestOf.ts'
import { poolOf } from '../poolOf.ts'
import { issuingSitesOf } from '../rights.ts'
import { stormWords } from '../stormWords.ts'

type Standing = { id: string; title: string; expiresAt: string | null }

/** The dashboard's block for those who issue emergencies: what is in force of theirs, and the way to a new one. */
export const StormSummary = async (props: ServerProps) => {
  const req = await requestOf(props)
  const sites = req ? await issuingSitesOf(req) : []
  if (!req || sites.length === 0) return null
  const { language } = req.i18n
  const words = stormWords(language)
  const { rows } = await poolOf(req).query<Standing>(IN_FORCE, [sites.map(({ code }) => code)])
  return (
    <section className="coloa-summary">
      <h2>{words.storm}</h2>
      {rows.map(({ id, title, expiresAt }) => (
        <p key={id}>
          <a href={`/admin/storm/${id}`}>
            <strong className="coloa-late">{title}</strong>
          </a>
          {expiresAt ? (
            <small>{fill(words.expires, { at: momentText(expiresAt, language) })}</small>
          ) : null}
        </p>
      ))}
      <p>
        <a href="/admin/storm">{words.summaryIssue}</a>
      </p>
    </section>
  )
}

/** The last word of each emergency that is neither over nor ended. */
const IN_FORCE = `select d.id, d.title, to_json(d.expires_at) #>> '{}' as "expiresAt" from dispatch.dispatches d
  where d.log = any($1) and d.priority = 'emergency' and d.kind in ('alert', 'update', 'exercise')
    and (d.expires_at is null or d.expires_at > now())
    and not exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number)
  order by d.number desc limit 5`
