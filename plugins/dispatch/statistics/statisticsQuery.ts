import { isoDay } from '#domain/text/formatDate.ts'
import type { Query } from '#kit/admin/query.ts'

/** By what figures are put together. */
export const dimensions = ['month', 'site', 'commune', 'topic', 'priority', 'form'] as const
export type Dimension = (typeof dimensions)[number]

/** What statistics are asked for: days of the city, both inclusive. */
export type StatisticsQuery = { by: Dimension; from: string; to: string }

const day = /^20\d{2}-\d{2}-\d{2}$/

/** Reads an address; the year so far, by month, where it says nothing. */
export const statisticsQuery = (query: Query, now: Date): StatisticsQuery => {
  const today = isoDay(now.toISOString())
  const asked = (name: string) => {
    const text = query.get(name)
    return text && day.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
  }
  return {
    by: dimensions.find((one) => one === query.get('by')) ?? 'month',
    from: asked('from') ?? `${today.slice(0, 4)}-01-01`,
    to: asked('to') ?? today,
  }
}

/** The query as it stands in addresses. */
export const statisticsAddress = ({ by, from, to }: StatisticsQuery): string =>
  new URLSearchParams({ by, from, to }).toString()
