/** A share as people read it, never rounded up to the whole: 0.9967 → 99,6 %. */
export const rateText = (rate: number | null, language: string): string => {
  if (rate === null) return '–'
  const tenths = Math.floor(rate * 1000 + 1e-9) / 10
  const number = tenths.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN')
  return language === 'en' ? `${number}%` : `${number} %`
}
