/** Words in which parts of the country differ. */
export type NumberManner = {
  /** @default 'linh' */
  zeroTens?: 'linh' | 'lẻ'
  /** @default 'nghìn' */
  thousand?: 'nghìn' | 'ngàn'
}

const units = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** Beyond this many digits nobody hears a number; it is read digit by digit. */
const MOST_DIGITS = 18

/**
 * A whole number in Vietnamese words: `numberWords('2530000')` is "hai triệu năm trăm ba mươi nghìn".
 *
 * @param digits at least one, 0 to 9, nothing else
 */
export const numberWords = (digits: string, manner: NumberManner = {}): string => {
  const plain = digits.replace(/^0+(?=\d)/, '')
  if (plain.length > MOST_DIGITS) return digitWords(plain)
  return below(plain, manner, false)
}

/** Digits one by one, as telephone numbers are read. */
export const digitWords = (digits: string): string =>
  Array.from(digits)
    .map((digit) => units[Number(digit)] ?? '')
    .join(' ')

/** @param isInside more stands before it, so that hundreds and tens are told even when they are none */
const below = (digits: string, manner: NumberManner, isInside: boolean): string => {
  if (digits.length > 9) {
    const rest = digits.slice(-9)
    const billions = `${below(digits.slice(0, -9), manner, isInside)} tỷ`
    return Number(rest) === 0 ? billions : `${billions} ${below(rest, manner, true)}`
  }
  const names = ['', manner.thousand ?? 'nghìn', 'triệu']
  const padded = digits.padStart(9, '0')
  const groups = [padded.slice(0, 3), padded.slice(3, 6), padded.slice(6)]
  const parts: string[] = []
  for (const [at, group] of groups.entries()) {
    if (Number(group) === 0) continue
    const name = names[2 - at]
    const words = hundredsOf(group, manner, isInside || parts.length > 0)
    parts.push(name ? `${words} ${name}` : words)
  }
  return parts.length === 0 ? 'không' : parts.join(' ')
}

const hundredsOf = (group: string, manner: NumberManner, isInside: boolean): string => {
  const [hundreds = 0, tens = 0, ones = 0] = Array.from(group).map(Number)
  const parts: string[] = []
  if (hundreds > 0 || isInside) parts.push(`${units[hundreds]} trăm`)
  if (tens === 0) {
    if (ones > 0)
      parts.push(...(parts.length > 0 ? [manner.zeroTens ?? 'linh'] : []), units[ones] ?? '')
    return parts.join(' ')
  }
  parts.push(tens === 1 ? 'mười' : `${units[tens]} mươi`)
  if (ones > 0) parts.push(lastDigit(tens, ones))
  return parts.join(' ')
}

/** After "mươi": mốt, tư, lăm; after "mười" only lăm. */
const lastDigit = (tens: number, ones: number): string => {
  if (ones === 5) return 'lăm'
  if (tens > 1 && ones === 1) return 'mốt'
  if (tens > 1 && ones === 4) return 'tư'
  return units[ones] ?? ''
}
