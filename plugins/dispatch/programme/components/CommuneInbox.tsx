import type { AdminViewServerProps } from 'payload'
import { citation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { ruleAt } from '#domain/dispatch/programme/programmeRules.ts'
import { AdminPage } from '#kit/admin/AdminPage.tsx'
import { theProgramme } from '../options.ts'
import { poolOf } from '../poolOf.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import { countInbox, inboxTabs, readInbox } from '../screens/readInbox.ts'
import type { InboxTab } from '../screens/readInbox.ts'
import { readOpenClashes } from '../screens/readOpenClashes.ts'
import { isDecider } from '../rights.ts'
import { ClashList } from './ClashList.tsx'
import { OfferCard } from './OfferCard.tsx'
import { openScreen } from './openScreen.ts'
import { ProgrammePage } from './ProgrammePage.tsx'

const tabWords = {
  waiting: 'tabWaiting',
  accepted: 'tabAccepted',
  declined: 'tabDeclined',
  ended: 'tabEnded',
} as const satisfies Record<InboxTab, keyof ProgrammeWords>

/** `/admin/commune-inbox`: clashes to decide on top, then what the commune is offered, with everything it can do. */
export const CommuneInbox = async (view: AdminViewServerProps) => {
  const screen = await openScreen(view, '/admin/commune-inbox')
  const { req, words, language, query, now, unit } = screen
  if (!unit)
    return (
      <AdminPage title={words.title} view={view}>
        <p>{screen.problem}</p>
      </AdminPage>
    )
  const tab = inboxTabs.find((one) => one === query.get('tab')) ?? 'waiting'
  const pool = poolOf(req) as never // a pool asks as a client does
  const counts = await countInbox(pool, unit.code)
  const items = await readInbox(pool, { unitCode: unit.code, tab })
  const clashes = await readOpenClashes(pool, unit.code, now)
  const rule = ruleAt(theProgramme().rules.normalDecider, now)
  return (
    <ProgrammePage tab="inbox" unit={unit} view={view} words={words}>
      <ClashList
        clashes={clashes}
        language={language}
        mayDecide={(decider) => unit.isOwn && isDecider(req, decider)}
        words={words}
      />
      {unit.isOwn && !unit.mayArrange.normal ? (
        <p className="coloa-attention">
          {fill(words.chairDecides, { clause: citation(rule?.clause ?? '', language) })}
        </p>
      ) : null}
      <nav aria-label={words.inbox} className="coloa-tabs">
        {inboxTabs.map((one) => (
          <a
            aria-current={one === tab ? 'page' : undefined}
            href={`/admin/commune-inbox?unit=${unit.code}&tab=${one}`}
            key={one}
          >
            {words[tabWords[one]]} <span>{counts[one]}</span>
          </a>
        ))}
      </nav>
      {items.length === 0 ? (
        <div className="coloa-empty">
          <p>{tab === 'waiting' ? words.emptyWaiting : words.emptyOther}</p>
          {tab === 'waiting' ? <p>{words.emptyHint}</p> : null}
        </div>
      ) : (
        <ul className="coloa-offers">
          {items.map((one) => (
            <OfferCard
              item={one}
              key={one.id}
              language={language}
              may={{
                arrange: unit.mayArrange[one.priority],
                refuse: unit.mayRefuse[one.priority],
              }}
              now={now}
              words={words}
            />
          ))}
        </ul>
      )}
    </ProgrammePage>
  )
}
