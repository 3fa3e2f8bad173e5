import { capital } from '#domain/text/capital.ts'
import type { Random } from '../random.ts'

/** What `{slot}` stands for. */
export type Slots = Readonly<Record<string, string>>

/**
 * Fills a pattern: `[a|b]` becomes one of its choices, `{#20-80}` a number, `{slot}` its text; the first letter becomes a
 * capital.
 *
 * @throws when a slot is unknown
 */
export const expand = (pattern: string, slots: Slots, random: Random): string => {
  const text = pattern
    .replace(/\[([^\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/\{#(\d+)-(\d+)\}/g, (_, low: string, high: string) =>
      random.whole(Number(low), Number(high)).toLocaleString('vi-VN'),
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = slots[name]
      if (value === undefined) throw new Error(`demo: no slot "${name}" in "${pattern}"`)
      return value
    })
    .normalize('NFC')
  return capital(text)
}
