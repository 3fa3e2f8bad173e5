import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { capital } from '#domain/text/capital.ts'
import { citation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { demandSignIn } from '#kit/admin/demandSignIn.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { claimOf, readClaims } from '../claims/readClaims.ts'
import { clockTitle } from '../screens/clockTitle.ts'
import { dueText } from '../screens/dueText.ts'
import { itemHref } from '../screens/itemHref.ts'
import { namesOf } from '../screens/namesOf.ts'
import { openScreen } from '../screens/openScreen.ts'
import { readClock } from '../screens/readClocks.ts'
import { segmentOf } from '#kit/admin/segmentOf.ts'
import { spanText } from '../screens/spanText.ts'
import { ClaimLines } from './ClaimLines.tsx'
import { ClockActs } from './ClockActs.tsx'
import { ClockHistory } from './ClockHistory.tsx'
import { ClockStanding } from './ClockStanding.tsx'
import { SlaPage } from './SlaPage.tsx'
import { clockWords } from './clockWords.ts'

/** A delay in entering that is shorter is not worth a word. */
const LATE_ENTRY_HOURS = 24

/** `/admin/sla/clocks/:id`: what is owed, by when, what happened so far, and what can be done. */
export const ClockPage = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const id = segmentOf(view, 2)
  demandSignIn(req, `/admin/sla/clocks/${id}`)
  const screen = await openScreen(req, new Date())
  const { words, language, owners, versions } = screen
  const clockTexts = clockWords(language)
  const clock = await readClock(req, id)
  if (!clock) {
    return (
      <SlaPage isBelow tab="/clocks" title={clockTexts.clocksTitle} view={view}>
        <p>{clockTexts.clockMissing}</p>
        <p>
          <a href="/admin/sla/clocks">{clockTexts.backToClocks}</a>
        </p>
      </SlaPage>
    )
  }
  const obligation = versions.get(clock.obligation, clock.version)
  const moment = (at: Date) => momentText(at.toISOString(), language)
  const lateHours = (clock.noticedAt.getTime() - clock.eventAt.getTime()) / 3_600_000
  const href = itemHref(req, clock)
  const claims = await readClaims(screen.pool, clock)
  const names = await namesOf(
    req,
    claims.map(({ by }) => by),
  )
  const claimed = (isEnd: boolean, at: Date): ReactNode => {
    const claim = claimOf(claims, { isEnd, at })
    return claim ? <ClaimLines claim={claim} names={names} screen={screen} /> : null
  }
  const late =
    lateHours >= LATE_ENTRY_HOURS
      ? fill(clockTexts.enteredLate, { time: spanText(lateHours, words, language) })
      : undefined
  const facts: [label: string, text: string, note?: ReactNode][] = [
    [words.owner, owners.get(clock.owner)?.name ?? clock.owner],
    [words.obligation, obligation?.label[language] ?? clock.obligation],
    [clockTexts.factLaw, obligation ? capital(citation(obligation.clause, language)) : '–'],
    [clockTexts.factEvent, moment(clock.eventAt), claimed(false, clock.eventAt)],
    [
      clockTexts.factEntered,
      moment(clock.noticedAt),
      late ? <small className="coloa-late">{late}</small> : null,
    ],
    [clockTexts.factDue, dueText(clock.dueAt, screen)],
    ...(clock.endedAt
      ? [
          [clockTexts.factEnd, moment(clock.endedAt), claimed(true, clock.endedAt)] as [
            string,
            string,
            ReactNode,
          ],
        ]
      : []),
  ]
  return (
    <SlaPage isBelow tab="/clocks" title={clockTitle(screen, clock)} view={view}>
      <p className="coloa-parts">
        <a href="/admin/sla/clocks">{clockTexts.backToClocks}</a>
        {href ? <a href={href}>{words.openItem}</a> : null}
      </p>
      <p className="coloa-standing">
        <ClockStanding clock={clock} screen={screen} />
      </p>
      <dl className="coloa-sla-facts">
        {facts.map(([label, text, note]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {text}
              {note}
            </dd>
          </div>
        ))}
      </dl>
      <ClockActs clock={clock} screen={screen} />
      <ClockHistory clock={clock} screen={screen} />
    </SlaPage>
  )
}
