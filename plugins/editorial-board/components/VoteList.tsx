import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { roleWords } from '../roleWords.ts'
import type { Ballot } from '../verbs/ballots.ts'
import { itemWords } from './itemWords.ts'

/** Who has voted in this round, how, and in what capacity. */
export const VoteList = (props: { ballots: readonly Ballot[]; language: string }) => {
  const { ballots, language } = props
  const words = itemWords(language)
  if (ballots.length === 0) return null
  return (
    <div className="coloa-votes">
      <strong>{words.ballots}</strong>
      <ul>
        {ballots.map((one) => (
          <li key={one.id}>
            {one.name} (
            {one.actingForName
              ? fill(words.forHead, { name: one.actingForName })
              : roleWords(one.role, language)}
            ): {voteOf(one.vote, words)}
            <small>{momentText(one.castAt, language)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

const voteOf = (vote: string, words: ReturnType<typeof itemWords>): string => {
  if (vote === 'approve') return words.vote_approve
  return vote === 'return' ? words.vote_return : words.vote_refuse
}
