import { inForce } from '#domain/sla/inForce.ts'
import { theForms } from '../formsOptions.ts'

/** How long something is, and how long it should be about. */
export type SizeFinding = {
  measure: 'words' | 'minutes'
  value: number
  /** The minutes are reckoned from the words, not measured. */
  isEstimate: boolean
  hint: { from: number; to: number; clause: string; isMet: boolean } | null
}

/** Words of a text as the regulation counts them: written words between spaces (H-16.5.2, "chữ"). */
export const countWords = (text: string): number =>
  (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length

/**
 * Measures a bulletin and says how it lies to the profile's hints. It never bars anything: the regulation says "about".
 *
 * @param options.seconds of a recording; undefined when it is to be read
 */
export const sizeHintsOf = (options: {
  text: string
  spoken: string
  seconds: number | undefined
  day: string
}): SizeFinding[] => {
  const hints = inForce(theForms().sizeHints, options.day)
  const minutes =
    options.seconds === undefined
      ? countWords(options.spoken) / theForms().voiceSpeed
      : options.seconds / 60
  const values = { words: countWords(options.text), minutes: Math.round(minutes * 10) / 10 }
  return (['words', 'minutes'] as const).map((measure) => {
    const value = values[measure]
    const found = hints.find((one) => one.measure === measure)
    return {
      measure,
      value,
      isEstimate: measure === 'minutes' && options.seconds === undefined,
      hint: found
        ? {
            from: found.from,
            to: found.to,
            clause: found.clause,
            isMet: value >= found.from && value <= found.to,
          }
        : null,
    }
  })
}
