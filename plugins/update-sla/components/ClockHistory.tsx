import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { namesOf } from '../screens/namesOf.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { ClockRow } from '../screens/readClocks.ts'
import { readHistory } from '../screens/readHistory.ts'
import type { HistoryEvent } from '../screens/readHistory.ts'
import { mutedText } from './mutedText.ts'
import { rungText } from './rungText.ts'

/** What happened to a clock, oldest first. */
export const ClockHistory = async ({ clock, screen }: { clock: ClockRow; screen: Screen }) => {
  const { words, language, req, pool, now } = screen
  const events = await readHistory(pool, clock, now)
  const names = await namesOf(
    req,
    events.map(({ by }) => by ?? null),
  )
  return (
    <section aria-labelledby="dien-bien">
      <h2 id="dien-bien">{words.history}</h2>
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
                    {words.reason}: {event.reason}
                  </small>
                ) : null}
                {name ? <small>{fill(words.byWhom, { name })}</small> : null}
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
  const moment = (at: Date | null | undefined) => (at ? momentText(at.toISOString(), language) : '')
  switch (event.kind) {
    case 'event':
      return words.historyEvent
    case 'noticed':
      return words.historyNoticed
    case 'pause':
      return words.historyPause
    case 'resume':
      return words.historyResume
    case 'extend':
      return fill(words.historyExtend, { until: moment(event.until) })
    case 'promised':
      return fill(words.historyPromised, { until: moment(event.until) })
    case 'shift':
      return fill(words.historyShift, {
        before: moment(event.before),
        after: moment(event.until),
      })
    case 'alert':
      return fill(words.historyAlert, {
        rung: rungText({
          rung: event.rung ?? '',
          obligation: versions.get(clock.obligation, clock.version),
          words,
          language,
        }),
      })
    case 'act':
      return words.historyAct
    case 'release':
      return fill(words.historyRelease, { ref: clock.endedBy ?? '' })
    case 'due':
      return words.historyDue
  }
}
