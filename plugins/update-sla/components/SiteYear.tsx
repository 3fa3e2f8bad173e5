import type { AdminViewServerProps } from 'payload'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { fill } from '#domain/text/fill.ts'
import { dayText, isDay } from '../screens/dayText.ts'
import { yearSvg } from '../screens/charts/yearSvg.ts'
import { openScreen } from '../screens/openScreen.ts'
import { monthsOfYear } from '../screens/monthsOfYear.ts'
import { queryOf } from '#kit/admin/query.ts'
import { rateText } from '../screens/rateText.ts'
import { readSiteYear, readSiteYears } from '../screens/readSiteYear.ts'
import { segmentOf } from '#kit/admin/segmentOf.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import { MonthTable } from './MonthTable.tsx'
import { SiteDay } from './SiteDay.tsx'
import { SlaPage } from './SlaPage.tsx'
import { YearLegend } from './YearLegend.tsx'

/** `/admin/sla/sites/:code`: a site's year as a calendar and by month; with `?day=` one day with its evidence. */
export const SiteYear = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const code = segmentOf(view, 2)
  demandSignIn(req, `/admin/sla/sites/${code}`)
  const screen = await openScreen(req, new Date())
  const { words, language, owners, pool, calendars, now } = screen
  const site = [...owners.values()].find(({ log }) => log === code)
  if (!site) {
    return (
      <SlaPage isBelow tab="" title={words.todayTitle} view={view}>
        <p>{words.siteMissing}</p>
      </SlaPage>
    )
  }
  const query = queryOf(view.searchParams)
  const day = query.get('day')
  if (day && isDay(day)) {
    return <SiteDay code={code} day={day} screen={screen} site={site} view={view} />
  }
  const present = Number(calendars.all.dayOf(now).slice(0, 4))
  const years = await readSiteYears(pool, code, present)
  const year = years.find((one) => String(one) === query.get('year')) ?? present
  const days = await readSiteYear(pool, code, year)
  const address = `/admin/sla/sites/${code}`
  const sum = (pick: 'owed' | 'missed') => days.reduce((total, one) => total + one[pick], 0)
  const label = fill(words.yearChart, { year })
  return (
    <SlaPage isBelow tab="" title={fill(words.siteTitle, { name: site.name, year })} view={view}>
      <div className="coloa-year-choice">
        <nav aria-label={words.year} className="coloa-parts">
          {words.year}:
          {years.map((one) => (
            <a
              aria-current={one === year ? 'page' : undefined}
              href={`${address}?year=${one}`}
              key={one}
            >
              {one}
            </a>
          ))}
        </nav>
        <Filters
          action={address}
          doLabel={words.seeDay}
          fields={[{ name: 'day', label: words.pickDay, value: undefined, isDay: true }]}
          words={words}
        />
      </div>
      {days.length === 0 ? (
        <p className="coloa-empty">{words.yearNone}</p>
      ) : (
        <>
          <p>
            <strong>
              {fill(words.yearSum, {
                owed: sum('owed'),
                missed: sum('missed'),
                rate: rateText((sum('owed') - sum('missed')) / sum('owed'), language),
              })}
            </strong>
          </p>
          <figure className="coloa-chart">
            <div
              aria-label={label}
              className="coloa-chart-scroll"
              role="region"
              tabIndex={0}
              dangerouslySetInnerHTML={{
                __html: yearSvg({
                  days,
                  year,
                  label,
                  weekdays: words.weekdayShort.split(','),
                  months: words.monthNames.split(','),
                  hrefOf: (one) => `${address}?day=${one}`,
                  titleOf: (one) =>
                    fill(words.dayTip, {
                      day: dayText(one.day),
                      owed: one.owed,
                      missed: one.missed,
                    }),
                }),
              }}
            />
            <figcaption>{label}</figcaption>
          </figure>
          <YearLegend words={words} />
          <MonthTable address={address} months={monthsOfYear(days)} screen={screen} />
          <ExportLinks
            query={`site=${code}&from=${year}-01-01&to=${year}-12-31`}
            what="windows"
            words={words}
          />
        </>
      )}
    </SlaPage>
  )
}
