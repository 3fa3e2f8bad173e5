import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { Pager } from '#kit/admin/Pager.tsx'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { clockFilterOf, clockStates, queryOfClocks } from '../screens/clockFilter.ts'
import { openScreen } from '../screens/openScreen.ts'
import { pageIn, queryOf } from '#kit/admin/query.ts'
import { readClocks } from '../screens/readClocks.ts'
import { ClockTable } from './ClockTable.tsx'
import { EnterEvent } from './EnterEvent.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { Filters } from '#kit/admin/Filters.tsx'
import { SlaPage } from './SlaPage.tsx'
import { clockWords } from './clockWords.ts'

const PAGE_SIZE = 50

/** `/admin/sla/clocks`: everything that is owed by a time, filtered. */
export const ClockList = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/sla/clocks')
  const screen = await openScreen(req, new Date())
  const { words, language, owners, versions, calendars, now } = screen
  const clockTexts = clockWords(language)
  if (owners.size === 0) {
    return (
      <SlaPage tab="/clocks" title={clockTexts.clocksTitle} view={view}>
        <p>{words.notAllowed}</p>
      </SlaPage>
    )
  }
  const query = queryOf(view.searchParams)
  const filter = clockFilterOf(query)
  const page = pageIn(query)
  const { clocks, total } = await readClocks(req, { filter, now, limit: PAGE_SIZE, page })
  const asked = queryOfClocks(filter)
  const obligations = versions
    .on(calendars.all.dayOf(now))
    .filter(({ kind }) => kind !== 'window')
    .map(({ code, label }) => [code, label[language]] as const)
  return (
    <SlaPage tab="/clocks" title={clockTexts.clocksTitle} view={view}>
      <p>{clockTexts.clocksIntro}</p>
      <EnterEvent screen={screen} />
      <Filters
        action="/admin/sla/clocks"
        fields={[
          {
            name: 'state',
            label: words.state,
            value: filter.state,
            all: words.all,
            options: clockStates.map((one) => [one, clockTexts[`clockState_${one}`]] as const),
          },
          {
            name: 'obligation',
            label: words.obligation,
            value: filter.obligation,
            all: words.all,
            options: obligations,
          },
          ...(owners.size > 1
            ? [
                {
                  name: 'owner',
                  label: words.owner,
                  value: filter.owner,
                  all: words.all,
                  options: [...owners.values()].map(({ owner, name }) => [owner, name] as const),
                },
              ]
            : []),
          { name: 'q', label: words.search, value: filter.text },
        ]}
        words={words}
      />
      <p aria-live="polite">
        <strong>{fill(clockTexts.clocksCount, { n: total })}</strong>
      </p>
      {clocks.length === 0 ? (
        <div className="coloa-empty">
          <p>
            <strong>{clockTexts.clocksEmpty}</strong>
          </p>
          <p>{clockTexts.clocksEmptyHint}</p>
        </div>
      ) : (
        <ClockTable clocks={clocks} screen={screen} />
      )}
      <Pager
        addressOf={(one) => `/admin/sla/clocks?${asked}${asked ? '&' : ''}page=${one}`}
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
        words={{ ...words, pages: words.listPages, page: words.pageOf }}
      />
      {total > 0 ? <ExportLinks query={asked} what="clocks" words={words} /> : null}
    </SlaPage>
  )
}
