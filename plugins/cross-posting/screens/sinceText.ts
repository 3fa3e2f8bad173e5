const MINUTE = 60_000
const units = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const

/** How long ago something was: "3 ngày trước", "vừa xong". */
export const sinceText = (instant: string, now: Date, language: string): string => {
  const passed = Math.max(0, now.getTime() - Date.parse(instant))
  if (passed < MINUTE) return language === 'en' ? 'just now' : 'vừa xong'
  const [unit, size] = units.find(([, length]) => passed >= length) ?? ['minute', MINUTE]
  return new Intl.RelativeTimeFormat(language === 'en' ? 'en' : 'vi').format(
    -Math.floor(passed / size),
    unit,
  )
}
