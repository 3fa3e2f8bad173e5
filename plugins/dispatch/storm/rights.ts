import type { PayloadRequest } from 'payload'
import { boardSitesOf, hasDuty, ownUnit } from '../rights.ts'
import { poolOf } from './poolOf.ts'
import { stormError } from './stormError.ts'
import { stormOptions } from './stormOptions.ts'
import type { IssuingSite, StormOptions } from './stormOptions.ts'

/** @throws PortalError storm_not_here */
export const demandStorm = (): StormOptions => {
  const options = stormOptions()
  if (!options) throw stormError('storm_not_here')
  return options
}

/** Sites for which the signed-in person may issue; none for strangers and where there is no such page. */
export const issuingSitesOf = async (req: PayloadRequest): Promise<IssuingSite[]> =>
  req.user ? ((await stormOptions()?.issuingSites(req)) ?? []) : []

/** @throws PortalError not_an_issuer */
export const demandIssuer = async (
  req: PayloadRequest,
  is: (site: IssuingSite) => boolean,
): Promise<IssuingSite> => {
  const found = (await issuingSitesOf(req)).find(is)
  if (!found) throw stormError('not_an_issuer')
  return found
}

/** What somebody sees of dispatches: everything, or what his boards released and otherwise one commune's part. */
export type Viewer = {
  /** Its code; null for everything, empty for none. */
  unit: string | null
  /** Logs of the person's own boards. */
  logs: readonly string[]
}

/** The city's people and its board see everything, others their own boards' and their commune's part; null for nothing. */
export const viewerOf = async (req: PayloadRequest): Promise<Viewer | null> => {
  if (hasDuty(req, 'systemAdmin', 'operator', 'auditor')) return { unit: null, logs: [] }
  const boards = await boardSitesOf(req)
  if (boards.some(({ isCity }) => isCity)) return { unit: null, logs: [] }
  const unit =
    (await dutyUnit(req)) ?? boards.find(({ unitCode }) => unitCode !== null)?.unitCode ?? null
  if (unit === null && boards.length === 0) return null
  return { unit: unit ?? '', logs: boards.map(({ code }) => code) }
}

const dutyUnit = async (req: PayloadRequest): Promise<string | null> => {
  if (!hasDuty(req, 'communeOperator', 'communeChair')) return null
  const { rows } = await poolOf(req).query<{ code: string }>(
    'select code from public.units where id = $1::int',
    [ownUnit(req) ?? 0],
  )
  return rows[0]?.code ?? null
}

/** Of which commune a viewer sees the deliveries of a dispatch; null for all of them. */
export const unitSeen = (viewer: Viewer | null, log: string | null): string | null => {
  if (!viewer) return ''
  return log !== null && viewer.logs.includes(log) ? null : viewer.unit
}

/** Who may try again or go another way: the operator, administrators, and who issues emergencies. */
export const mayPush = async (req: PayloadRequest): Promise<boolean> =>
  hasDuty(req, 'systemAdmin', 'operator') || (await issuingSitesOf(req)).length > 0

/**
 * For which commune a person may push on a dispatch, asked for one or for all: the issuer's own dispatches go whole, of others
 * only the part of the own unit.
 *
 * @returns null for all communes
 * @throws PortalError area_not_yours
 */
export const demandPush = async (
  req: PayloadRequest,
  { log, unit }: { log: string | null; unit: string | null },
): Promise<string | null> => {
  if (hasDuty(req, 'systemAdmin', 'operator')) return unit
  const sites = await issuingSitesOf(req)
  if (sites.some(({ isCity, code }) => isCity || code === log)) return unit
  const own = sites.flatMap(({ unitCode }) => unitCode ?? [])
  const [part] = unit === null ? own : own.filter((one) => one === unit)
  if (part === undefined) throw stormError('area_not_yours')
  return part
}

/** Whether a person may have the proof of a dispatch: it names people and devices wherever it went. */
export const mayProve = async (
  req: PayloadRequest,
  { log }: { log: string | null },
): Promise<boolean> =>
  hasDuty(req, 'auditor', 'systemAdmin') ||
  (await issuingSitesOf(req)).some(({ isCity, code }) => isCity || code === log)

/**
 * Areas a person may plan for, or count the devices of: a commune's board its own, others any.
 *
 * @throws PortalError area_not_yours
 */
export const demandAreas = async (
  req: PayloadRequest,
  { areas, groups = [] }: { areas: readonly string[]; groups?: readonly string[] },
): Promise<void> => {
  if (hasDuty(req, 'systemAdmin', 'operator')) return
  const sites = await issuingSitesOf(req)
  if (sites.some(({ isCity }) => isCity)) return
  const isOwn = (area: string) => sites.some(({ unitCode }) => unitCode === area)
  if (groups.length > 0 || !areas.every(isOwn)) throw stormError('area_not_yours')
}
