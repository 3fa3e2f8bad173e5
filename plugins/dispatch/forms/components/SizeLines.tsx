import { citation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import type { FormsWords } from '../formsWords.ts'
import type { SizeFinding } from '../panel/sizeHintsOf.ts'

/** How long the bulletin is, and what the regulation suggests; it warns and bars nothing. */
export const SizeLines = (props: {
  sizes: readonly SizeFinding[]
  words: FormsWords
  language: string
}) => {
  const { words, language } = props
  const figure = (value: number) => value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN')
  const told = ({ measure, value, isEstimate }: SizeFinding) =>
    fill(measure === 'words' ? words.words : isEstimate ? words.minutesAbout : words.minutes, {
      n: figure(value),
    })
  return (
    <>
      <h3>{words.sizes}</h3>
      <ul>
        {props.sizes.map((size) => (
          <li
            className={size.hint && !size.hint.isMet ? 'coloa-attention' : undefined}
            key={size.measure}
          >
            <strong>{told(size)}</strong>
            {size.hint
              ? ` – ${fill(size.hint.isMet ? words.hintMet : words.hintMissed, {
                  from: size.hint.from,
                  to: size.hint.to,
                  clause: citation(size.hint.clause, language),
                })}`
              : null}
          </li>
        ))}
      </ul>
    </>
  )
}
