import type { AdminViewServerProps } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { Filters } from '#kit/admin/Filters.tsx'
import { Pager } from '#kit/admin/Pager.tsx'
import { pageIn, queryOf } from '#kit/admin/query.ts'
import { countWaiting } from '../screens/countWaiting.ts'
import { ownSites, siteName } from '../screens/ownSites.ts'
import type { OwnSites } from '../screens/ownSites.ts'
import { addressOf, filterOf, reasons, tabOf } from '../screens/proposalFilter.ts'
import type { InboxTab, ProposalFilter } from '../screens/proposalFilter.ts'
import { PAGE, readIncoming, statesOf } from '../screens/readIncoming.ts'
import { readSent } from '../screens/readSent.ts'
import { proposalStates } from '../types.ts'
import { CrossPostingPage } from './CrossPostingPage.tsx'
import { crossPostingWords } from './crossPostingWords.ts'
import type { CrossPostingWords } from './crossPostingWords.ts'
import { IncomingTable } from './IncomingTable.tsx'
import { SentTable } from './SentTable.tsx'

const paths = { incoming: '', sent: '?tab=sent', settled: '?tab=settled' } as const

/** `/admin/cross-posting`: what other sites offer to the person's boards, what these have sent, and what became of it. */
export const ProposalList = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  demandSignIn(req, '/admin/cross-posting')
  const { language } = req.i18n
  const words = crossPostingWords(language)
  const query = queryOf(view.searchParams)
  const [tab, filter, page] = [tabOf(query), filterOf(query), pageIn(query)]
  const sites = await ownSites(req)
  const waiting = await countWaiting(req, sites.handled)
  const shown = { sites, words, language, now: new Date() }
  const asked = { req, logs: sites.read, filter, page }
  const frame = {
    view,
    tab: paths[tab],
    title: words.crossPosting,
    waiting: waiting.total,
  }
  if (sites.read.length === 0) {
    return (
      <CrossPostingPage {...frame}>
        <p>{words.notAllowed}</p>
      </CrossPostingPage>
    )
  }
  const sent = tab === 'sent' ? await readSent(asked) : undefined
  const incoming = tab === 'sent' ? undefined : await readIncoming({ ...asked, tab })
  const total = sent?.total ?? incoming?.total ?? 0
  const isFiltered = Object.keys(filter).length > 0
  return (
    <CrossPostingPage {...frame}>
      {total > 0 || isFiltered ? (
        <ProposalFilters
          filter={filter}
          sites={sites}
          tab={tab}
          words={words}
          language={language}
        />
      ) : null}
      {total > 0 ? (
        <p>{fill(words.count, { n: total })}</p>
      ) : (
        <Empty isFiltered={isFiltered} tab={tab} words={words} />
      )}
      {sent && total > 0 ? <SentTable items={sent.items} {...shown} /> : null}
      {incoming && total > 0 ? (
        <IncomingTable isSettled={tab === 'settled'} items={incoming.items} {...shown} />
      ) : null}
      <Pager
        addressOf={(to) => addressOf(tab, filter, to)}
        page={page}
        pages={Math.ceil(total / PAGE)}
        words={{
          pages: words.listPages,
          page: words.pageOf,
          previous: words.previous,
          next: words.next,
        }}
      />
    </CrossPostingPage>
  )
}

const ProposalFilters = (props: {
  tab: InboxTab
  filter: ProposalFilter
  sites: OwnSites
  words: CrossPostingWords
  language: string
}) => {
  const { tab, filter, sites, words, language } = props
  const states = tab === 'sent' ? proposalStates : statesOf[tab]
  return (
    <Filters
      action={addressOf(tab, {})}
      fields={[
        { name: 'text', label: words.search, value: filter.text },
        ...(tab === 'sent'
          ? []
          : [
              {
                name: 'reason',
                label: words.filterReason,
                value: filter.reason,
                all: words.all,
                options: reasons.map((one) => [one, words[`reason_${one}`]] as const),
              },
            ]),
        {
          name: 'site',
          label: tab === 'sent' ? words.filterTo : words.filterFrom,
          value: filter.site,
          all: words.all,
          options: [...sites.all.keys()].map(
            (code) => [code, siteName(sites.all, code, language)] as const,
          ),
        },
        {
          name: 'state',
          label: words.filterState,
          value: filter.state,
          all: words.all,
          options: states.map((one) => [one, words[`state_${one}`]] as const),
        },
      ]}
      words={words}
    >
      {tab === 'incoming' ? null : <input name="tab" type="hidden" value={tab} />}
    </Filters>
  )
}

const Empty = (props: { tab: InboxTab; isFiltered: boolean; words: CrossPostingWords }) => {
  const { tab, words } = props
  return (
    <div className="coloa-empty">
      {props.isFiltered ? (
        <p>{words.noneFiltered}</p>
      ) : (
        <>
          <p>{words[`${tab}Empty`]}</p>
          <p>{words[`${tab}Hint`]}</p>
        </>
      )}
    </div>
  )
}
