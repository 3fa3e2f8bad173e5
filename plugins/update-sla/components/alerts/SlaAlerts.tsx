import type { AdminViewServerProps } from 'payload'
import type { Pool } from 'pg'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { readIncidents } from '../../incidents/readIncidents.ts'
import { ownersFor } from '../../clocks/ownersFor.ts'
import { canRun, canSeeAll, ownersOf, seesClocks } from '../../rights.ts'
import { SlaPage } from '../SlaPage.tsx'
import { slaWords } from '../slaWords.ts'
import { alertScreenWords } from './alertScreenWords.ts'
import { CalendarLink } from './CalendarLink.tsx'
import { IncidentTable } from './IncidentTable.tsx'
import { OperatorSections } from './OperatorSections.tsx'

const DAYS = 7
const PAGE = 50

/** `/admin/sla/alerts`: what was told lately and who has taken it on; silences and bounced addresses for operators. */
export const SlaAlerts = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/sla/alerts')
  const { language } = req.i18n
  const words = alertScreenWords(language)
  if (!(await seesClocks(req))) {
    return (
      <SlaPage tab="/alerts" title={words.title} view={view}>
        <p>{slaWords(language).notAllowed}</p>
      </SlaPage>
    )
  }
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const now = new Date()
  const own = await ownersOf(req)
  const mine = await ownersFor(req, 'acknowledge')
  const isOpenOnly = view.searchParams?.show !== 'all'
  const offset = Math.max(0, Math.floor(Number(view.searchParams?.offset)) || 0)
  const { rows, total } = await readIncidents(pool, {
    language: language === 'en' ? 'en' : 'vi',
    since: new Date(now.getTime() - DAYS * 86_400_000),
    owners: canSeeAll(req) ? null : own,
    isOpenOnly,
    offset,
    limit: PAGE,
  })
  const mayRun = canRun(req)
  const choices = await readOwners(pool, { language, owners: canSeeAll(req) ? null : own })
  return (
    <SlaPage tab="/alerts" title={words.title} view={view}>
      <p>{words.intro}</p>
      <section aria-labelledby="incidents" className="coloa-part">
        <h2 id="incidents">{fill(words.incidents, { n: DAYS })}</h2>
        <nav aria-label={words.show} className="coloa-parts">
          <a aria-current={isOpenOnly ? 'page' : undefined} href="/admin/sla/alerts">
            {words.openOnly}
          </a>
          <a aria-current={isOpenOnly ? undefined : 'page'} href="/admin/sla/alerts?show=all">
            {fill(words.all, { n: DAYS })}
          </a>
        </nav>
        {rows.length === 0 ? (
          <div className="coloa-empty">
            <p>{words.none}</p>
            <p>{words.noneHint}</p>
          </div>
        ) : (
          <>
            <p>{fill(words.count, { n: total })}</p>
            <IncidentTable
              language={language}
              mayAcknowledge={(owner) => mine.has(owner)}
              rows={rows}
              words={words}
            />
            <Pages isOpenOnly={isOpenOnly} offset={offset} total={total} words={words} />
          </>
        )}
      </section>
      {choices.length > 0 ? (
        <section aria-labelledby="own-calendar" className="coloa-part">
          <h2 id="own-calendar">{words.calendar}</h2>
          <p>{words.calendarIntro}</p>
          <CalendarLink owners={choices} />
        </section>
      ) : null}
      {mayRun ? <OperatorSections language={language} now={now} pool={pool} words={words} /> : null}
    </SlaPage>
  )
}

const readOwners = async (
  pool: Pool,
  { language, owners }: { language: string; owners: readonly string[] | null },
): Promise<(readonly [string, string])[]> => {
  const { rows } = await pool.query<{ owner: string; name: string }>(
    `select owner, coalesce(case when $1 = 'en' then name_en end, name_vi) as name from sla.owners
     where is_active and ($2::text[] is null or owner = any($2)) order by name`,
    [language, owners],
  )
  return rows.map(({ owner, name }) => [owner, name])
}

const Pages = (props: {
  offset: number
  total: number
  isOpenOnly: boolean
  words: ReturnType<typeof alertScreenWords>
}) => {
  const { offset, total, words } = props
  const at = (start: number) =>
    `/admin/sla/alerts?${props.isOpenOnly ? '' : 'show=all&'}offset=${start}`
  if (total <= PAGE) return null
  return (
    <nav className="coloa-pager">
      {offset > 0 ? <a href={at(Math.max(0, offset - PAGE))}>{words.previous}</a> : null}
      {offset + PAGE < total ? <a href={at(offset + PAGE)}>{words.next}</a> : null}
    </nav>
  )
}
