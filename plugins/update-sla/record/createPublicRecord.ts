import type { Pool } from 'pg'
import { dayAfter } from '../screens/dayText.ts'
import { zone } from '../options.ts'
import { readFigures } from './readFigures.ts'
import type { Figures } from './readFigures.ts'

/**
 * Keeps in memory how well sites kept their windows last month and this year, for the public page. Counted anew when a
 * window has been judged, or a month begins.
 *
 * @param options.everyMs how often that is looked after. @default 10000
 */
export const createPublicRecord = async (options: {
  pool: Pool
  everyMs?: number
  now?: () => Date
}) => {
  const { pool, now = () => new Date() } = options
  let key = ''
  let figures: Figures | undefined

  const refresh = async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone() }).format(now())
    const month = dayAfter(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
    const { rows } = await pool.query<{ last: string | null }>(
      'select max(evaluated_at)::text as last from sla.verdicts',
    )
    const next = `${today.slice(0, 7)}|${rows[0]?.last ?? ''}`
    if (next === key) return
    figures = await readFigures(pool, { month, year: today.slice(0, 4) })
    key = next
  }
  await refresh()
  // A database that is away leaves what is known.
  const timer = setInterval(() => void refresh().catch(() => undefined), options.everyMs ?? 10_000)
  timer.unref()
  return {
    version: () => key,
    figures: () => {
      if (!figures) throw new Error('update-sla: the public record was not read')
      return figures
    },
    refresh,
    stop: () => clearInterval(timer),
  }
}
