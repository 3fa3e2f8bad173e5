import { citation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'
import type { Decider } from '#domain/dispatch/programme/programmeRules.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { ProgrammeWords } from '../programmeWords.ts'
import type { ClashSide, OpenClash } from '../screens/readOpenClashes.ts'
import { ClashChoices } from './ClashChoices.tsx'

/** Clashes that wait for a decision: both items, by when, who, and what each decision would do. */
export const ClashList = (props: {
  clashes: readonly OpenClash[]
  words: ProgrammeWords
  language: string
  mayDecide: (decider: Decider) => boolean
}) => {
  const { clashes, words, language } = props
  if (clashes.length === 0) return null
  const side = (label: string, one: ClashSide) => (
    <p>
      <small>{label}</small>
      <strong>{one.title}</strong>
      <small>
        {momentText(one.at, language)} · {lengthText(one.seconds, language)}
      </small>
    </p>
  )
  return (
    <section aria-labelledby="clashes" className="coloa-clashes">
      <h2 id="clashes">{words.clashes}</h2>
      {clashes.map((one) => (
        <article
          aria-label={`${one.ours.title} / ${one.theirs.title}`}
          className="coloa-clash"
          key={one.id}
        >
          <p className="coloa-meta">
            <strong className="coloa-late">
              {fill(words.clashBy, { at: momentText(one.decideBy, language) })}
            </strong>
            <span>
              {fill(words[`clashWho_${one.decider}`], {
                clause: citation(one.clause, language),
              })}
            </span>
            <span>{words[one.medium]}</span>
          </p>
          <div className="coloa-clash-sides">
            {side(words.clashOurs, one.ours)}
            {side(words.clashTheirs, one.theirs)}
          </div>
          <ClashChoices clash={one} mayDecide={props.mayDecide(one.decider)} />
          <p>{fill(words.clashDefault, { decision: words[one.fallback].toLowerCase() })}</p>
        </article>
      ))}
    </section>
  )
}
