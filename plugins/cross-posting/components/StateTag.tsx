import type { ProposalState } from '../types.ts'
import type { CrossPostingWords } from './crossPostingWords.ts'

const signs: Record<ProposalState, string> = {
  proposed: '○',
  under_review: '◐',
  accepted: '✓',
  returned: '↩',
  withdrawn: '✕',
  superseded: '→',
  dismissed: '–',
}

/** Where a proposal stands: a sign and a word, the same to both sides. */
export const StateTag = ({ state, words }: { state: ProposalState; words: CrossPostingWords }) => (
  <span className={`coloa-xp-state coloa-xp-${state}`}>
    <span aria-hidden>{signs[state]}</span> {words[`state_${state}`]}
  </span>
)
