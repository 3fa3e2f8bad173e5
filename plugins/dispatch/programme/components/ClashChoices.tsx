'use client'
import { dayOf, timeOf } from '#domain/dispatch/programme/localDay.ts'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import type { OpenClash } from '../screens/readOpenClashes.ts'
import { useAct } from './useAct.ts'

/** Each decision with its effects; a click decides. */
export const ClashChoices = (props: { clash: OpenClash; mayDecide: boolean }) => {
  const { act, isBusy, words, language } = useAct()
  const { clash } = props
  const day = dayOf(Date.parse(clash.theirs.at))
  /** The day is said where it is another one. */
  const at = (moment: string) =>
    dayOf(Date.parse(moment)) === day ? timeOf(Date.parse(moment)) : momentText(moment, language)
  return (
    <ul className="coloa-verdicts">
      {clash.choices.map(({ decision, effects }) => (
        <li key={decision}>
          {props.mayDecide ? (
            <LiveButton
              buttonStyle={decision === clash.fallback ? 'primary' : 'secondary'}
              disabled={isBusy}
              onClick={() =>
                void act(
                  `/dispatch/clashes/${clash.id}/decide`,
                  { decision },
                  fill(words.clashDecided, { decision: words[decision].toLowerCase() }),
                )
              }
              size="small"
              type="button"
            >
              {words[decision]}
            </LiveButton>
          ) : (
            <strong>{words[decision]}</strong>
          )}
          <ul>
            {effects.map((one) => (
              <li key={`${one.title}${one.from}`}>
                {one.at === null
                  ? fill(words.effectDrop, { title: one.title })
                  : one.at === one.from
                    ? fill(words.effectKeep, { title: one.title, at: at(one.at) })
                    : fill(words.effectMove, {
                        title: one.title,
                        from: at(one.from),
                        at: at(one.at),
                      })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
