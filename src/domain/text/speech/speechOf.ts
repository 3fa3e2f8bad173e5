import { abbreviations } from './abbreviations.ts'
import type { NumberManner } from './numberWords.ts'
import { readCodes, readMixedCodes } from './readCodes.ts'
import { readDates } from './readDates.ts'
import type { Reading, Rule } from './reading.ts'
import { readMeasures, readNumbers } from './readMeasures.ts'
import { readPhones } from './readPhones.ts'
import { readTimes } from './readTimes.ts'
import { readPlaces, readSigns, readWords } from './readWords.ts'

/** How a city has its texts read. */
export type SpeechManner = NumberManner & {
  /** Added to the usual ones, or instead of them: as written → as said. */
  abbreviations?: Readonly<Record<string, string>>
}

/** What a thing is called is settled from the most particular to the plainest. */
const rules: readonly Rule[] = [
  ...readPlaces,
  ...readCodes,
  ...readTimes,
  ...readPhones,
  ...readDates,
  ...readMeasures,
  ...readMixedCodes,
  ...readNumbers,
  ...readWords,
  ...readSigns,
]

/** Reading a text again may find something that only now stands together; it settles at once or in very few rounds. */
const MOST_ROUNDS = 8

/**
 * A Vietnamese text as it is read aloud: dates, hours, money, numbers, measures, telephone and document numbers, Roman
 * numerals and abbreviations in words; no digit is left. What is in words already stays as it is.
 *
 * @example speechOf('Từ 8h30 ngày 24/11/2026, UBND P. Hoàn Kiếm …')
 * // 'Từ tám giờ ba mươi phút ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi sáu, ủy ban nhân dân phường Hoàn Kiếm …'
 */
export const speechOf = (text: string, manner: SpeechManner = {}): string => {
  const reading: Reading = {
    abbreviations: { ...abbreviations, ...manner.abbreviations },
    manner,
  }
  let said = text
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = readOnce(said, reading)
    if (next === said) break
    said = next
  }
  return said
}

const readOnce = (text: string, reading: Reading): string =>
  tidied(rules.reduce((said, rule) => apply(rule, said, reading), plain(text)))

/** Superscripts, wide letters and digits of other scripts in their plain form. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('⁄', '/')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/(?!\d)\p{Nd}/gu, plainDigit)

/** Digits of a script are ten characters in a row, and the rows begin at a zero that no other digit precedes. */
const plainDigit = (digit: string): string => {
  let value = 0
  const code = digit.codePointAt(0) ?? 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

const apply = ({ pattern, read }: Rule, text: string, reading: Reading): string =>
  text.replace(pattern, (...args: unknown[]) => {
    const whole = args[0] as string
    const at = args.findIndex((one) => typeof one === 'number') // the groups come before the place
    const place = args[at] as number
    const found = {
      whole,
      groups: args.slice(1, at) as (string | undefined)[],
      before: text.slice(Math.max(0, place - 60), place),
      after: text.slice(place + whole.length, place + whole.length + 40),
    }
    return read(found, reading) ?? whole
  })

const tidied = (text: string): string =>
  text
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ +([.,;:!?])/g, '$1')
    .replaceAll(/([,;:])(?:\s*,)+/g, '$1')
    .replaceAll(/,([.!?])/g, '$1')
    .trim()
