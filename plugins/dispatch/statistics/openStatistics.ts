import type { PayloadRequest } from 'payload'
import type { Query } from '#kit/admin/query.ts'
import { poolOf } from '../programme/poolOf.ts'
import { ownCommune } from '../programme/rights.ts'
import { hasDuty, isOnBoard } from '../rights.ts'
import { readStatistics } from './readStatistics.ts'
import type { StatisticsRow } from './readStatistics.ts'
import { rowName } from './rowName.ts'
import { statisticsQuery } from './statisticsQuery.ts'
import type { StatisticsQuery } from './statisticsQuery.ts'

/** What a person sees: the asked period, and the commune it is limited to. */
export type OpenStatistics = {
  asked: StatisticsQuery
  unit: string | undefined
  rows: (StatisticsRow & { label: string })[]
}

/** Whether somebody sees figures of the whole city. */
const seesCity = async (req: PayloadRequest): Promise<boolean> =>
  hasDuty(req, 'operator', 'systemAdmin', 'auditor') || (await isOnBoard(req))

/** Whether somebody sees any: of the city, or of the own commune. */
export const seesStatistics = async (req: PayloadRequest): Promise<boolean> =>
  (await seesCity(req)) || (await ownCommune(req)) !== undefined

/** Reads what the address asks for; people of a commune see their own alone. */
export const openStatistics = async (
  req: PayloadRequest,
  query: Query,
  now: Date,
): Promise<OpenStatistics> => {
  const asked = statisticsQuery(query, now)
  const unit = (await seesCity(req)) ? undefined : ((await ownCommune(req)) ?? '')
  const rows = await readStatistics(poolOf(req), asked, unit)
  return { asked, unit, rows: rows.map((row) => ({ ...row, label: rowName(req, asked.by, row) })) }
}
