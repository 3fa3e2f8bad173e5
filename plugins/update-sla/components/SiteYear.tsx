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
import { siteWords } from './siteWords.ts'

/** `/admin/sla/sites/:code`: a site's year as a calendar and by month; with `?day=` one day with its evidence. */
export const SiteYear = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const code = segmentOf(view, 2)
  demandSignIn(req, `/admin/sla/sites/${code}`)
  const screen = await openScreen(req, new Date())
  const { words, language, owners, pool, calendars, now } = screen
  const siteTexts = siteWords(language)
  const site = [...owners.values()].find(({ log }) => log === code)
  if (!site) {
    return (
      <SlaPage isBelow tab="" title={words.todayTitle} view={view}>
        <p>{siteTexts.siteMissing}</p>
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
  const label = fill(siteTexts.yearChart, { year })
  return (
    <SlaPage
      isBelow
      tab=""
      title={fill(siteTexts.siteTitle, { name: site.name, year })}
      view={view}
    >
      <div className="coloa-year-choice">
        <nav aria-label={siteTexts.year} className="coloa-parts">
          {siteTexts.year}:
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
          doLabel={siteTexts.seeDay}
          fields={[{ name: 'day', label: siteTexts.pickDay, value: undefined, isDay: true }]}
          words={words}
        />
      </div>
      {days.length === 0 ? (
        <p className="coloa-empty">{siteTexts.yearNone}</p>
      ) : (
        <>
          <p>
            <strong>
              {fill(siteTexts.yearSum, {
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
                  weekdays: siteTexts.weekdayShort.split(','),
                  months: siteTexts.monthNames.split(','),
                  hrefOf: (one) => `${address}?day=${one}`,
                  titleOf: (one) =>
                    fill(siteTexts.dayTip, {
                      day: dayText(one.day),
                      owed: one.owed,
                      missed: one.missed,
                    }),
                }),
              }}
            />
            <figcaption>{label}</figcaption>
          </figure>
          <YearLegend words={siteTexts} />
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
