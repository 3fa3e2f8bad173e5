const values: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
}

/** The number a Roman numeral stands for, 1 to 3999; undefined when it is written as no number is. */
export const romanValue = (text: string): number | undefined => {
  if (!/^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(text) || text === '') {
    return undefined
  }
  const digits = Array.from(text).map((letter) => values[letter] ?? 0)
  return digits.reduce(
    (sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value),
    0,
  )
}
