import type { Obligation } from '#domain/sla/obligation.ts'
import { rungText } from './ladderText.ts'
import type { ObligationWords } from './obligationWords.ts'

/** Whom the steps of an obligation are told to, and when. */
export const Ladder = (props: { obligation: Obligation; words: ObligationWords }) => (
  <ul className="coloa-rungs">
    {props.obligation.ladder.map((rung) => {
      const { when, who } = rungText(rung, props.words)
      return (
        <li key={rung.code}>
          <b>{when}:</b> {who}
        </li>
      )
    })}
  </ul>
)
