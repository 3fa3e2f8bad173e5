import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { eventReason } from '../desk/eventReason.ts'
import type { ReviewEvent } from '../desk/eventsOf.ts'
import { roleWords } from '../roleWords.ts'
import type { Words } from '../words.ts'
import { historyWords } from './historyWords.ts'
import type { HistoryWords } from './historyWords.ts'

/** What happened to the document at the board as a timeline, newest first: when, who, in what capacity, for whom, why. */
export const HistoryList = (props: {
  events: readonly ReviewEvent[]
  words: Words
  language: string
}) => {
  const { events, words, language } = props
  const history = historyWords(language)
  return (
    <section className="coloa-history">
      <h2>{words.history}</h2>
      {events.length === 0 ? <p>{history.nothing}</p> : null}
      <ol>
        {events.map((event) => (
          <li className={marks[event.verb]} key={event.id}>
            <time dateTime={event.at}>{momentText(event.at, language)}</time>
            <strong>{words[`verb_${event.verb}`]}</strong>
            <span>{whoOf(event, history, language)}</span>
            {event.stepLabel ? (
              <span>
                {fill(history.atStep, {
                  step: language === 'en' ? event.stepLabel.en : event.stepLabel.vi,
                })}
              </span>
            ) : null}
            <Reason event={event} history={history} language={language} />
            {event.explanation ? <q>{event.explanation}</q> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The verbs that stand out: a line of its own colour and sign beside them. */
const marks: Partial<Record<ReviewEvent['verb'], string>> = {
  approve: 'coloa-done',
  release: 'coloa-done',
  return: 'coloa-back',
  refuse: 'coloa-back',
  lapse: 'coloa-back',
  cancel: 'coloa-back',
  withdraw: 'coloa-back',
  hold: 'coloa-back',
  emergency: 'coloa-back',
}

const whoOf = (event: ReviewEvent, words: HistoryWords, language: string): string => {
  const name = event.actorName ?? words.clock
  if (event.actingForName)
    return fill(words.acting, {
      name,
      head: event.actingForName,
      document: event.mandateDocument ?? words.noDocument,
    })
  return event.role ? `${name} (${roleWords(event.role, language)})` : name
}

const Reason = (props: { event: ReviewEvent; history: HistoryWords; language: string }) => {
  const { event, history } = props
  if (event.reasonCode === null) return null
  const known = Object.entries(history.reasons).find(([code]) => code === event.reasonCode)?.[1]
  const text = eventReason(event, props.language) ?? known ?? event.reasonCode
  return <span>{fill(history.reason, { text })}</span>
}
