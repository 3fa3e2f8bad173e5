import type { ServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import '#kit/admin/admin.css'
import { requestOf } from '#kit/admin/requestOf.ts'
import { nearClocks, SOON_DAYS } from '../screens/nearClocks.ts'
import { openScreen } from '../screens/openScreen.ts'
import { readToday } from '../today/readToday.ts'
import { byStanding, standingOf } from '../today/standingOf.ts'
import { wordsOf } from '../words.ts'
import { ClockTable } from './ClockTable.tsx'
import { SiteWindows } from './SiteWindows.tsx'
import './sla.css'

const SITES_SHOWN = 5
const CLOCKS_SHOWN = 5

/** The dashboard's clocks in short: sites in trouble, and what is late or due next. */
export const TodaySummary = async (props: ServerProps) => {
  const req = await requestOf(props)
  if (!req) return null
  const screen = await openScreen(req, new Date())
  const { words, language, now, owners } = screen
  if (owners.size === 0) return null
  const [sites, near] = await Promise.all([readToday(req, now), nearClocks(screen, CLOCKS_SHOWN)])
  const said = wordsOf(language)
  const count = (standing: string) => sites.filter((one) => standingOf(one) === standing).length
  const shown = byStanding(sites)
    .filter((one) => sites.length <= SITES_SHOWN || standingOf(one) !== 'kept')
    .slice(0, SITES_SHOWN)
  const clocks = [...near.late.clocks, ...near.soon.clocks].slice(0, CLOCKS_SHOWN)
  return (
    <section className="coloa-summary">
      <h2>{said.today}</h2>
      {sites.length > 1 ? (
        <p>
          {fill(said.sums, { sites: sites.length, missed: count('missed'), open: count('open') })}
        </p>
      ) : null}
      <SiteWindows language={language} now={now} sites={shown} />
      {near.late.total + near.soon.total > 0 ? (
        <>
          <p className={near.late.total > 0 ? 'coloa-late' : undefined}>
            {fill(words.summaryClocks, {
              late: near.late.total,
              soon: near.soon.total,
              n: SOON_DAYS,
            })}
          </p>
          <ClockTable clocks={clocks} screen={screen} />
        </>
      ) : null}
      <p>
        <a href="/admin/sla">{words.toBoard}</a>
      </p>
    </section>
  )
}
