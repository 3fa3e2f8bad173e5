import type { ServerProps } from 'payload'
import '#kit/admin/admin.css'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { requestOf } from '#kit/admin/requestOf.ts'
import { poolOf } from '../poolOf.ts'
import { programmeWordsOf } from '../programmeWords.ts'
import { ownCommune } from '../rights.ts'
import { countInbox } from '../screens/readInbox.ts'

/** The dashboard's block for people of a commune: what waits for a decision and by when, and the way to today's programme. */
export const ProgrammeSummary = async (props: ServerProps) => {
  const req = await requestOf(props)
  const own = req ? await ownCommune(req) : undefined
  if (!req || !own) return null
  const { language } = req.i18n
  const words = programmeWordsOf(language)
  const pool = poolOf(req)
  const { waiting, clashes } = await countInbox(pool as never, own) // a pool asks as a client does
  const { rows } = await pool.query<{ by: Date | null }>(
    'select min(decide_by) as by from dispatch.clashes where unit_code = $1 and decided_at is null',
    [own],
  )
  const by = rows[0]?.by
  return (
    <section className="coloa-summary">
      <h2>{words.title}</h2>
      {clashes > 0 && by ? (
        <p>
          <a className="coloa-late" href="/admin/commune-inbox">
            <strong>
              {fill(words.summaryClashes, {
                n: clashes,
                at: momentText(by.toISOString(), language),
              })}
            </strong>
          </a>
        </p>
      ) : null}
      <p>
        <a href="/admin/commune-inbox">
          {waiting > 0 ? fill(words.summaryWaiting, { n: waiting }) : words.summaryNothing}
        </a>
      </p>
      <p>
        <a href="/admin/day-schedule">{words.schedule}</a>
      </p>
    </section>
  )
}
