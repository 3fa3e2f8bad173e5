import type { PayloadRequest } from 'payload'
import type { Decider } from '#domain/dispatch/programme/programmeRules.ts'
import { ruleAt } from '#domain/dispatch/programme/programmeRules.ts'
import { hasDuty, ownUnit } from '../rights.ts'
import { poolOf } from './poolOf.ts'
import { programmeError } from './errors.ts'
import { hasProgramme, theProgramme } from './options.ts'

/** The commune a signed-in person works for; undefined for others. */
export const ownCommune = async (req: PayloadRequest): Promise<string | undefined> => {
  if (!hasDuty(req, 'communeOperator', 'communeChair')) return undefined
  const id = ownUnit(req)
  if (!id) return undefined
  const { rows } = await poolOf(req).query<{ code: string }>(
    `select code from public.units where id = $1 and kind in ('ward', 'commune', 'specialZone')`,
    [id],
  )
  return rows[0]?.code
}

/** Whether the person looks at the programmes of all communes. */
export const seesAllCommunes = (req: PayloadRequest): boolean =>
  hasProgramme() && hasDuty(req, 'operator', 'systemAdmin', 'auditor')

/** Whether the person has anything to look at. */
export const seesProgrammes = async (req: PayloadRequest): Promise<boolean> =>
  hasProgramme() && (seesAllCommunes(req) || (await ownCommune(req)) !== undefined)

/** @throws PortalError not_of_commune */
export const demandReaderOf = async (req: PayloadRequest, unitCode: string): Promise<void> => {
  if (seesAllCommunes(req) || (await ownCommune(req)) === unitCode) return
  throw programmeError('not_of_commune')
}

/** What somebody wants to do with a programme, as far as different people may. */
export type Act = 'arrange_normal' | 'arrange_priority' | 'refuse_priority' | 'set_frames'

/** Who may do it in a commune now, as the regulation says. */
export const deciderOf = (act: Act, now: Date): Decider => {
  const { rules } = theProgramme()
  if (act === 'arrange_normal') return ruleAt(rules.normalDecider, now)?.decider ?? 'communeChair'
  if (act === 'refuse_priority')
    return ruleAt(rules.collisionDecider, now)?.decider ?? 'communeChair'
  return 'communeUser'
}

/** Whether the signed-in person is the one. */
export const isDecider = (req: PayloadRequest, decider: Decider): boolean =>
  decider === 'communeChair'
    ? hasDuty(req, 'communeChair')
    : hasDuty(req, 'communeOperator', 'communeChair')

/**
 * The signed-in person, who decides this in the commune.
 *
 * @throws PortalError not_of_commune, chair_decides
 */
export const demandDecider = async (
  req: PayloadRequest,
  unitCode: string,
  decider: Decider,
): Promise<number> => {
  if ((await ownCommune(req)) !== unitCode) throw programmeError('not_of_commune')
  if (!isDecider(req, decider)) throw programmeError('chair_decides')
  return Number(req.user?.id)
}
