/** Puts values into a text: `fill('còn {time}', { time: '3 giờ' })`. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
