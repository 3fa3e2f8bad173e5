/**
 * Puts values into a text: `fill('còn {time}', { time: '3 giờ' })`. Where one thing is told otherwise than several:
 * `fill('{n} {n?device:devices}', { n: 1 })` is "1 device".
 */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text
    .replace(/\{(\w+)\?([^:{}]*):([^{}]*)\}/g, (_whole, name: string, one: string, more: string) =>
      Number(values[name]) === 1 ? one : more,
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
