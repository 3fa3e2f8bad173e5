import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { barsSvg } from '../screens/charts/barsSvg.ts'
import { dayText } from '../screens/dayText.ts'
import { leagueOrder } from '../screens/leagueOrder.ts'
import { openScreen } from '../screens/openScreen.ts'
import { periodOf, usualPeriods } from '../screens/period.ts'
import { queryOf } from '#kit/admin/query.ts'
import { rateText } from '../screens/rateText.ts'
import { readLeague, sortLeague } from '../screens/readLeague.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import { LeagueTable } from './LeagueTable.tsx'
import { SlaPage } from './SlaPage.tsx'
import { leagueWords } from './leagueWords.ts'

const BARS_SHOWN = 20

/** `/admin/sla/league`: who kept windows and deadlines how well in a period. */
export const League = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/sla/league')
  const screen = await openScreen(req, new Date())
  const { words, language, calendars, now, owners } = screen
  const leagueTexts = leagueWords(language)
  if (owners.size === 0) {
    return (
      <SlaPage tab="/league" title={leagueTexts.leagueTitle} view={view}>
        <p>{words.notAllowed}</p>
      </SlaPage>
    )
  }
  const query = queryOf(view.searchParams)
  const today = calendars.all.dayOf(now)
  const period = periodOf(query, today)
  const order = leagueOrder(query)
  const rows = sortLeague(await readLeague(req, { period, now }), order.sort, order.isDescending)
  const asked = `from=${period.from}&to=${period.to}`
  const bars = rows
    .flatMap(({ name, windowRate }) =>
      windowRate === null ? [] : [{ name, rate: windowRate, text: rateText(windowRate, language) }],
    )
    .slice(0, BARS_SHOWN)
  const chartLabel = fill(leagueTexts.leagueChart, { n: bars.length })
  return (
    <SlaPage tab="/league" title={leagueTexts.leagueTitle} view={view}>
      <p>{fill(leagueTexts.leagueIntro, { from: dayText(period.from), to: dayText(period.to) })}</p>
      <nav aria-label={leagueTexts.periods} className="coloa-parts">
        {Object.entries(usualPeriods(today)).map(([name, code]) => (
          <a href={`/admin/sla/league?period=${code}`} key={name}>
            {leagueTexts[name as keyof ReturnType<typeof usualPeriods>]}
          </a>
        ))}
      </nav>
      <Filters
        action="/admin/sla/league"
        doLabel={leagueTexts.show}
        mayClear={false}
        fields={[
          { name: 'from', label: leagueTexts.from, value: period.from, isDay: true },
          { name: 'to', label: leagueTexts.to, value: period.to, isDay: true },
        ]}
        words={words}
      />
      {rows.length === 0 ? (
        <p className="coloa-empty">{leagueTexts.leagueEmpty}</p>
      ) : (
        <>
          {bars.length > 1 ? (
            <figure className="coloa-chart coloa-bars">
              <div
                aria-label={chartLabel}
                className="coloa-chart-scroll"
                role="region"
                tabIndex={0}
                dangerouslySetInnerHTML={{ __html: barsSvg({ bars, label: chartLabel }) }}
              />
              <figcaption>{chartLabel}</figcaption>
            </figure>
          ) : null}
          <LeagueTable {...order} query={asked} rows={rows} screen={screen} />
          <ExportLinks query={asked} what="league" words={words} />
        </>
      )}
    </SlaPage>
  )
}
