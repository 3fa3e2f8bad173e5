import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { namesOf } from '../screens/namesOf.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { ClockRow } from '../screens/readClocks.ts'
import { readHistory } from '../screens/readHistory.ts'
import type { HistoryEvent } from '../screens/readHistory.ts'
import type { Claim } from '../claims/readClaims.ts'
import { ClaimLines } from './ClaimLines.tsx'
import { mutedText } from './mutedText.ts'
import { rungText } from './rungText.ts'
import { clockWords } from './clockWords.ts'

/** What happened to a clock, oldest first. */
export const ClockHistory = async ({ clock, screen }: { clock: ClockRow; screen: Screen }) => {
  const { words, language, req, pool, now } = screen
  const clockTexts = clockWords(language)
  const events = await readHistory(pool, clock, now)
  const names = await namesOf(
    req,
    events.map(({ by, claim }) => claim?.by ?? by ?? null),
  )
  return (
    <section aria-labelledby="dien-bien">
      <h2 id="dien-bien">{clockTexts.history}</h2>
      <ol className="coloa-timeline">
        {events.map((event, index) => {
          const name = event.by ? names.get(event.by) : undefined
          return (
            // Events have no identity of their own, and the list is drawn once.
            <li className={`coloa-event coloa-event-${event.severity ?? event.kind}`} key={index}>
              <time dateTime={event.at.toISOString()}>
                {momentText(event.at.toISOString(), language)}
              </time>
              <span>
                {textOf(event, clock, screen)}
                {event.mutedBy ? (
                  <small>
                    {fill(words.historyMuted, { why: mutedText(event.mutedBy, words) })}
                  </small>
                ) : null}
                {event.reason ? (
                  <small>
                    {clockTexts.reason}: {event.reason}
                  </small>
                ) : null}
                {event.claim ? (
                  <ClaimLines claim={event.claim} names={names} screen={screen} />
                ) : null}
                {name ? <small>{fill(clockTexts.byWhom, { name })}</small> : null}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const textOf = (event: HistoryEvent, clock: ClockRow, screen: Screen): string => {
  const { words, language, versions } = screen
  const clockTexts = clockWords(language)
  const moment = (at: Date | null | undefined) => (at ? momentText(at.toISOString(), language) : '')
  switch (event.kind) {
    case 'event':
      return clockTexts.historyEvent
    case 'noticed':
      return clockTexts.historyNoticed
    case 'pause':
      return clockTexts.historyPause
    case 'resume':
      return clockTexts.historyResume
    case 'extend':
      return fill(clockTexts.historyExtend, { until: moment(event.until) })
    case 'promised':
      return fill(clockTexts.historyPromised, { until: moment(event.until) })
    case 'shift':
      return fill(clockTexts.historyShift, {
        before: moment(event.before),
        after: moment(event.until),
      })
    case 'alert':
      return fill(clockTexts.historyAlert, {
        rung: rungText({
          rung: event.rung ?? '',
          obligation: versions.get(clock.obligation, clock.version),
          words,
          language,
        }),
      })
    case 'act':
      return clockTexts.historyAct
    case 'claim':
      return claimText(event.claim, screen)
    case 'release':
      return fill(clockTexts.historyRelease, { ref: clock.endedBy ?? '' })
    case 'due':
      return clockTexts.historyDue
  }
}

const claimText = (claim: Claim | undefined, { language }: Screen): string => {
  const texts = clockWords(language)
  if (!claim?.at) return texts.claimGone
  const time = momentText(claim.at.toISOString(), language)
  return fill(claim.isEnd ? texts.claimEnd : texts.claimStart, { time })
}
