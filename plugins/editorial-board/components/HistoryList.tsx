import type { ReviewEvent } from '../store.ts'
import type { Words } from '../words.ts'
import { momentText } from '#kit/admin/momentText.ts'

/** What happened to the document at the board, newest first. */
export const HistoryList = (props: {
  events: readonly ReviewEvent[]
  words: Words
  language: string
}) => (
  <section className="coloa-history">
    <h2>{props.words.history}</h2>
    <ol>
      {props.events.map((event) => (
        <li key={`${event.at}${event.verb}`}>
          <strong>{props.words[`verb_${event.verb}`]}</strong>
          <span>
            {event.actorName ?? props.words.somebody} · {momentText(event.at, props.language)}
          </span>
          {event.explanation ? <q>{event.explanation}</q> : null}
        </li>
      ))}
    </ol>
  </section>
)
