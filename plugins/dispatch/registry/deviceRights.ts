import type { Access, PayloadRequest } from 'payload'
import { hasDuty, ownUnit } from '../rights.ts'
import type { Sql } from '#kit/transaction.ts'
import { sqlOf } from '#kit/transaction.ts'
import { registryError } from './registryErrors.ts'

/** Who enters, tests and switches devices: operators of the city. */
export const managesDevices = (req: PayloadRequest): boolean =>
  hasDuty(req, 'operator', 'systemAdmin')

/** Who sees devices: all of them, or those of the own commune. */
export const seesDevices = (req: PayloadRequest): boolean =>
  seesAllDevices(req) || communeOf(req) !== null

/** Operators, administrators and auditors see every device. */
export const seesAllDevices = (req: PayloadRequest): boolean =>
  hasDuty(req, 'operator', 'systemAdmin', 'auditor')

/** The unit whose devices somebody of a commune sees; null for others. */
export const communeOf = (req: PayloadRequest): number | null =>
  hasDuty(req, 'communeOperator', 'communeChair') ? ownUnit(req) : null

/** Reading the collection: everything, or the own commune's. */
export const readsDevices: Access = ({ req }) => {
  if (seesAllDevices(req)) return true
  const unit = communeOf(req)
  return unit === null ? false : { unit: { equals: unit } }
}

/** A device as the registry's verbs need it. */
export type DeviceRow = {
  id: number
  code: string
  name: string
  lifecycle: string
  channel: string
  unitId: number
}

/**
 * The device of a request, which the person may see.
 *
 * @param given as it stands in the address
 * @throws PortalError device_missing
 */
export const demandDevice = async (
  req: PayloadRequest,
  given: string | undefined,
): Promise<DeviceRow> => {
  const device = /^\d{1,9}$/.test(given ?? '')
    ? await findDevice(await sqlOf(req), Number(given))
    : null
  if (device && (seesAllDevices(req) || communeOf(req) === device.unitId)) return device
  throw registryError('device_missing')
}

/** The same within a transaction, locked until its end, so that two verbs follow one another. */
export const lockDevice = async (sql: Sql, id: number): Promise<DeviceRow> => {
  const device = await findDevice(sql, id, 'for update of d')
  if (!device) throw registryError('device_missing')
  return device
}

const findDevice = async (sql: Sql, id: number, lock = ''): Promise<DeviceRow | null> => {
  const { rows } = await sql.query<DeviceRow>(
    `select d.id, d.code, d.name, d.lifecycle::text, d.channel::text, d.unit_id as "unitId"
     from public.devices d where d.id = $1 ${lock}`,
    [id],
  )
  return rows[0] ?? null
}
