import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { dayText, weekdayText } from '../screens/dayText.ts'
import { nearClocks, SOON_DAYS } from '../screens/nearClocks.ts'
import { openScreen } from '../screens/openScreen.ts'
import { queryOf } from '#kit/admin/query.ts'
import { readToday } from '../today/readToday.ts'
import { standingOf } from '../today/standingOf.ts'
import { NearSection } from './NearSection.tsx'
import { SlaPage } from './SlaPage.tsx'
import { TodaySites } from './TodaySites.tsx'

const CLOCKS_SHOWN = 20

/** `/admin/sla`: which sites met which windows, what is late, and what falls due. */
export const SlaToday = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/sla')
  const screen = await openScreen(req, new Date())
  const { words, now, calendars, owners } = screen
  if (owners.size === 0) {
    return (
      <SlaPage tab="" title={words.todayTitle} view={view}>
        <p>{words.notAllowed}</p>
      </SlaPage>
    )
  }
  const [sites, near] = await Promise.all([readToday(req, now), nearClocks(screen, CLOCKS_SHOWN)])
  const today = calendars.all.dayOf(now)
  const count = (standing: string) => sites.filter((one) => standingOf(one) === standing).length
  const sums = [
    [count('missed'), words.sumMissed, '?state=missed', true],
    [count('open'), words.sumOpen, '?state=open', false],
    [count('kept'), words.sumKept, '?state=kept', false],
    [near.late.total, words.sumLate, '/clocks?state=late', true],
    [near.soon.total, fill(words.sumSoon, { n: SOON_DAYS }), '#sap-den-han', false],
  ] as const
  return (
    <SlaPage tab="" title={words.todayTitle} view={view}>
      <p>
        {fill(words.todayDay, {
          weekday: weekdayText(today, words.weekdays),
          day: dayText(today),
        })}
      </p>
      <ul className="coloa-sums">
        {sums.map(([n, label, href, isBad]) => (
          <li key={label}>
            <a href={`/admin/sla${href}`}>
              <strong className={isBad && n > 0 ? 'coloa-late' : undefined}>{n}</strong> {label}
            </a>
          </li>
        ))}
      </ul>
      {sites.length > 0 ? (
        <TodaySites query={queryOf(view.searchParams)} screen={screen} sites={sites} />
      ) : null}
      <NearSection
        empty={words.noLate}
        id="qua-han"
        near={near.late}
        screen={screen}
        seeAll="/admin/sla/clocks?state=late"
        title={words.lateHead}
      />
      <NearSection
        empty={fill(words.noSoon, { n: SOON_DAYS })}
        id="sap-den-han"
        near={near.soon}
        screen={screen}
        seeAll="/admin/sla/clocks?state=open"
        title={words.soonHead}
      />
    </SlaPage>
  )
}
