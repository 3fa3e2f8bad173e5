import { foldVietnamese } from '#domain/text/foldVietnamese.ts'
import { fill } from '#domain/text/fill.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { Query } from '#kit/admin/query.ts'
import type { SiteToday } from '../today/readToday.ts'
import { byStanding, standingOf } from '../today/standingOf.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import { groupLabel } from './groupLabel.ts'
import { SiteWindows } from './SiteWindows.tsx'

/** Sites with their windows of today: those that need something, or as filtered. */
export const TodaySites = (props: {
  sites: readonly SiteToday[]
  query: Query
  screen: Screen
}) => {
  const { sites, query, screen } = props
  const { words, language, now, calendars } = screen
  const today = calendars.all.dayOf(now)
  const isSmall = sites.length <= 3
  const state = query.get('state') ?? (isSmall ? 'all' : 'attention')
  const group = query.get('group')
  const text = query.get('q')
  const wanted = foldVietnamese(text ?? '')
  const shown = byStanding(sites).filter((site) => {
    const standing = standingOf(site)
    return (
      (state === 'all' || state === standing || (state === 'attention' && standing !== 'kept')) &&
      (!group || site.groups.includes(group)) &&
      (wanted === '' || foldVietnamese(`${site.name} ${site.code}`).includes(wanted))
    )
  })
  const groups = [...new Set(sites.flatMap((site) => site.groups))].toSorted()
  return (
    <section aria-labelledby="khung-gio">
      <h2 id="khung-gio">{words.windowsHead}</h2>
      {isSmall ? null : (
        <Filters
          action="/admin/sla"
          fields={[
            {
              name: 'state',
              label: words.state,
              value: state === 'attention' ? undefined : state,
              all: words.stateAttention,
              options: [
                ['missed', words.stateMissed],
                ['open', words.stateOpen],
                ['kept', words.stateKept],
                ['all', words.all],
              ],
            },
            {
              name: 'group',
              label: words.group,
              value: group,
              all: words.all,
              options: groups.map((code) => [code, groupLabel(code, words)] as const),
            },
            { name: 'q', label: words.search, value: text },
          ]}
          words={words}
        />
      )}
      {isSmall ? null : (
        <p aria-live="polite">{fill(words.shownSites, { n: shown.length, total: sites.length })}</p>
      )}
      {shown.length === 0 ? (
        <p className="coloa-empty">{state === 'attention' ? words.allWell : words.noSites}</p>
      ) : (
        <SiteWindows language={language} now={now} sites={shown} />
      )}
      <ExportLinks
        label={words.exportMonth}
        query={`from=${today.slice(0, 7)}-01&to=${today}`}
        what="windows"
        words={words}
      />
    </section>
  )
}
