const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

const units = {
  vi: { second: 'giây', minute: 'phút', hour: 'giờ', day: 'ngày', nearly: 'gần' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd', nearly: 'nearly' },
} as const

/** So close below a full hour or day nobody counts the minutes. */
const NEARLY = { hour: 5 * MINUTE, day: HOUR }

/** A length of time as people say it: "45 giây", "2 phút 13 giây", "2 giờ 7 phút", "gần 4 giờ", "3 ngày". */
export const lengthText = (seconds: number, language: string): string => {
  const words = language === 'en' ? units.en : units.vi
  const whole = Math.max(0, Math.round(seconds))
  const pair = (
    [big, bigName]: readonly [number, string],
    [small, smallName]: readonly [number, string],
    nearly: number,
  ): string => {
    const rest = whole % big
    if (nearly > 0 && big - rest <= nearly)
      return `${words.nearly} ${Math.ceil(whole / big)} ${bigName}`
    const left = Math.floor(rest / small)
    const first = `${Math.floor(whole / big)} ${bigName}`
    return left === 0 ? first : `${first} ${left} ${smallName}`
  }
  if (whole < MINUTE) return `${whole} ${words.second}`
  if (whole < 10 * MINUTE) return pair([MINUTE, words.minute], [1, words.second], 0)
  if (whole < HOUR - NEARLY.hour) return `${Math.floor(whole / MINUTE)} ${words.minute}`
  if (whole < DAY - NEARLY.day) return pair([HOUR, words.hour], [MINUTE, words.minute], NEARLY.hour)
  return pair([DAY, words.day], [HOUR, words.hour], NEARLY.day)
}
