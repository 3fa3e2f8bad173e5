import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { dayAfter, dayText, weekdayText } from '../screens/dayText.ts'
import { namesOf } from '../screens/namesOf.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { VisibleOwner } from '../screens/readOwners.ts'
import { readBeganAt } from '../screens/readBeganAt.ts'
import { readSiteDay } from '../screens/readSiteDay.ts'
import { windowsOfDay } from '../screens/windowsOfDay.ts'
import { EvidenceTable } from './EvidenceTable.tsx'
import { SlaPage } from './SlaPage.tsx'
import { WindowCard } from './WindowCard.tsx'
import { siteWords } from './siteWords.ts'

/** One day of a site: each window with the release that met it or made it good, the alerts, and all releases of the day. */
export const SiteDay = async (props: {
  view: AdminViewServerProps
  screen: Screen
  site: VisibleOwner
  code: string
  day: string
}) => {
  const { screen, site, code, day } = props
  const { words, req, pool, calendars, versions, now } = screen
  const siteTexts = siteWords(screen.language)
  const { all } = calendars
  const found = await readSiteDay(pool, {
    site: code,
    day,
    from: all.startOfDay(day),
    until: all.endOfDay(day),
  })
  const names = await namesOf(
    req,
    found.releases.map(({ decidedBy }) => decidedBy),
  )
  const judged = new Set(found.windows.map((one) => one.code))
  const beganAt = await readBeganAt(pool)
  const ahead =
    day === all.dayOf(now)
      ? windowsOfDay({ versions, calendars, day, beganAt })(site).filter(
          ({ window }) => !judged.has(window.code),
        )
      : []
  const address = `/admin/sla/sites/${code}`
  const heading = fill(siteTexts.dayTitle, {
    name: site.name,
    weekday: weekdayText(day, words.weekdays),
    day: dayText(day),
  })
  return (
    <SlaPage isBelow tab="" title={heading} view={props.view}>
      <p className="coloa-parts">
        <a href={`${address}?day=${dayAfter(day, -1)}`}>← {siteTexts.previousDay}</a>
        <a href={`${address}?day=${dayAfter(day, 1)}`}>{siteTexts.nextDay} →</a>
        <a href={`${address}?year=${day.slice(0, 4)}`}>
          {fill(siteTexts.backToYear, { year: day.slice(0, 4) })}
        </a>
      </p>
      {found.windows.length + ahead.length === 0 ? (
        <p className="coloa-empty">{siteTexts.dayNothing}</p>
      ) : null}
      {found.windows.map((one) => (
        <WindowCard
          alerts={found.alerts.filter(
            ({ incident }) => incident === `window:${one.code}:${day}:${code}`,
          )}
          code={one.code}
          day={day}
          endsAt={one.endsAt}
          judged={one}
          key={one.code}
          log={code}
          releases={found.releases}
          screen={screen}
          startsAt={one.startsAt}
        />
      ))}
      {ahead.map(({ window, startsAt, endsAt }) => (
        <WindowCard
          alerts={[]}
          code={window.code}
          day={day}
          endsAt={endsAt}
          key={window.code}
          log={code}
          releases={found.releases}
          screen={screen}
          startsAt={startsAt}
        />
      ))}
      <EvidenceTable
        log={code}
        names={names}
        releases={found.releases.filter(
          ({ at }) => at >= all.startOfDay(day) && at < all.endOfDay(day),
        )}
        screen={screen}
      />
    </SlaPage>
  )
}
