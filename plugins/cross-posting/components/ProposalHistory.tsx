import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { proposalStates } from '../types.ts'
import type { ProposalEvent } from '../types.ts'
import { proposalWords } from './proposalWords.ts'

/** What happened to a proposal, in order. */
export const ProposalHistory = (props: {
  events: readonly ProposalEvent[]
  to: string
  language: string
}) => {
  const { language } = props
  const words = proposalWords(language)
  const verbOf = (event: ProposalEvent) => {
    const state = proposalStates.find((one) => one === event.verb)
    return state ? fill(words[`event_${state}`], { site: props.to }) : event.verb
  }
  return (
    <section className="coloa-history">
      <h2>{words.history}</h2>
      <ol>
        {props.events.map((event) => (
          <li key={`${event.at}${event.verb}`}>
            <strong>{verbOf(event)}</strong>
            <span>{event.actorName ?? words.system}</span>
            <time dateTime={event.at}>{momentText(event.at, language)}</time>
            {event.explanation ? <q>{event.explanation}</q> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
