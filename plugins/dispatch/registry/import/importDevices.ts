import type { Sql } from '#kit/transaction.ts'
import { nameActor, demandNow } from '../lifecycle/changeLifecycle.ts'
import { CHANGED_REASON } from '../lifecycle/keepTested.ts'
import type { RowError } from './checkRows.ts'
import { checkRows } from './checkRows.ts'
import { readList } from './readList.ts'
import { planDevices, writeDevices } from './writeDevices.ts'

/** What an upload does, or would do. */
export type ImportResult = {
  isDryRun: boolean
  rows: number
  created: number
  changed: number
  unchanged: number
  /** Codes of devices that must be tested anew, because they are others now. */
  retest: string[]
  errors: RowError[]
}

/**
 * Takes a list of devices: new ones are registered, known ones (by code) are changed. With errors, or as a dry run, nothing is
 * written. Columns that are not in the file stay as they are.
 *
 * @throws PortalError of `readList`
 */
export const importDevices = async (
  sql: Sql,
  options: { bytes: Buffer; isDryRun: boolean; by: number },
): Promise<ImportResult> => {
  const list = await readList(options.bytes)
  const { devices, errors } = checkRows(list, {
    units: await idsByCode(
      sql,
      'public.units',
      `where kind::text in ('ward', 'commune', 'specialZone')`,
    ),
    groups: await idsByCode(sql, 'public.device_groups'),
  })
  const plan = await planDevices(sql, devices)
  const result: ImportResult = {
    isDryRun: options.isDryRun,
    rows: list.rows.length,
    created: plan.created.length,
    changed: plan.changed.length,
    unchanged: devices.length - plan.created.length - plan.changed.length,
    retest: plan.retest,
    errors,
  }
  if (options.isDryRun || errors.length > 0) return result
  await nameActor(sql, { by: options.by, reason: CHANGED_REASON })
  await writeDevices(sql, plan)
  await demandNow(sql)
  await nameActor(sql, { by: null, reason: null })
  return result
}

const idsByCode = async (
  sql: Sql,
  table: 'public.units' | 'public.device_groups',
  where = '',
): Promise<Map<string, number>> => {
  const { rows } = await sql.query<{ code: string; id: number }>(
    `select code, id from ${table} ${where}`,
  )
  return new Map(rows.map((one) => [one.code, one.id]))
}
