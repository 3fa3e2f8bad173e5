import type { AdminViewServerProps } from 'payload'
import type { Pool } from 'pg'
import { fill } from '#domain/text/fill.ts'
import { Filters } from '#kit/admin/Filters.tsx'
import { Pager } from '#kit/admin/Pager.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { pageIn, queryOf } from '#kit/admin/query.ts'
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
  const query = queryOf(view.searchParams)
  const [show, owner, text, page] = [
    query.get('show'),
    query.get('owner'),
    query.get('q'),
    pageIn(query),
  ]
  const seen = canSeeAll(req) ? null : own
  const { rows, total, groups } = await readIncidents(pool, {
    language: language === 'en' ? 'en' : 'vi',
    since: new Date(now.getTime() - DAYS * 86_400_000),
    owners: owner === undefined ? seen : [owner].filter((one) => !seen || seen.includes(one)),
    isOpenOnly: show !== 'all',
    text,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  })
  const mayRun = canRun(req)
  const choices = await readOwners(pool, { language, owners: seen })
  const shared = slaWords(language)
  return (
    <SlaPage tab="/alerts" title={words.title} view={view}>
      <p>{words.intro}</p>
      <section aria-labelledby="incidents" className="coloa-part">
        <h2 id="incidents">{fill(words.incidents, { n: DAYS })}</h2>
        <Filters
          action="/admin/sla/alerts"
          fields={[
            {
              name: 'show',
              label: words.show,
              value: show,
              all: words.openOnly,
              options: [['all', fill(words.all, { n: DAYS })]],
            },
            ...(choices.length > 1
              ? [
                  {
                    name: 'owner',
                    label: words.owner,
                    value: owner,
                    all: words.everyone,
                    options: choices,
                  },
                ]
              : []),
            { name: 'q', label: shared.search, value: text },
          ]}
          words={shared}
        />
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
            <Pager
              addressOf={(one) => addressOf({ show, owner, q: text, page: String(one) })}
              page={page}
              pages={Math.ceil(groups / PAGE)}
              words={{ ...shared, pages: shared.listPages, page: shared.pageOf }}
            />
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
      {mayRun ? (
        <OperatorSections language={language} now={now} own={own} pool={pool} words={words} />
      ) : null}
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

const addressOf = (asked: Record<string, string | undefined>): string => {
  const given = Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1]))
  return `/admin/sla/alerts?${new URLSearchParams(given).toString()}`
}
