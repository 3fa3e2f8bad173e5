import type { PayloadRequest } from 'payload'
import { isoDay } from '#domain/text/formatDate.ts'
import { sqlOf } from '#kit/transaction.ts'
import { audienceOf } from '../../forms/audienceOf.ts'
import { demandIssuer, demandStorm } from '../rights.ts'
import { stormError } from '../stormError.ts'
import { stormOptions } from '../stormOptions.ts'
import type { FrozenBulletin, IssuingSite } from '../stormOptions.ts'
import { demandAhead } from './demandAhead.ts'
import { demandNoneReal } from './demandNoneReal.ts'
import { demandReached } from './demandReached.ts'
import { readSite } from './readSite.ts'

/** What an exercise claims, whatever its priority. */
type ExerciseClaims = {
  /** Codes. */
  areas: readonly string[]
  groups: readonly string[]
  /** ISO 8601. */
  expiresAt: string
  isOverride: boolean
  overrideReason: string
}

/** What an emergency claims. */
type Claims = ExerciseClaims & { reasonCode: string }

/**
 * The law of emergencies, by whichever way one goes out: it reaches somebody, a commune's board speaks for its own area, the
 * city alone takes direct control and says why, the reason stands in the register, and the end lies ahead within a week.
 *
 * @param options.at when it goes out
 * @throws PortalError nobody_reached, area_not_yours, override_not_here, reason_not_in_force, already_over
 */
export const demandLawful = async (
  req: PayloadRequest,
  { claims, site, at }: { claims: Claims; site: IssuingSite; at: Date },
): Promise<void> => {
  await demandReached(await sqlOf(req), claims)
  demandOwn(claims, site)
  demandReason(claims, at)
  demandAhead(claims.expiresAt, at)
}

/**
 * The law of exercises that are no emergency: they too sound at once. Nothing but the reason is asked less of them.
 *
 * @throws PortalError nobody_reached, area_not_yours, override_not_here, already_over
 */
const demandLawfulExercise = async (
  req: PayloadRequest,
  { claims, site, at }: { claims: ExerciseClaims; site: IssuingSite; at: Date },
): Promise<void> => {
  await demandReached(await sqlOf(req), claims)
  demandOwn(claims, site)
  demandAhead(claims.expiresAt, at)
}

const demandReason = ({ reasonCode }: Claims, at: Date): void => {
  const reasons = demandStorm().reasonsOn(isoDay(at.toISOString()))
  if (!reasons.some(({ code }) => code === reasonCode))
    throw stormError('reason_not_in_force', { field: 'reasonCode' })
}

/**
 * The same of a frozen bulletin, whoever wrote it and whoever decides. An exercise that is no emergency needs no reason of the
 * register, and none takes the place of a real emergency; bulletins that are neither pass. A cancellation reaches only devices
 * that have what it ends.
 *
 * @param asked.id of the bulletin
 * @param asked.reasonCode what the decision names, where the bulletin names no reason of its own
 * @throws PortalError exercise_for_real; those of demandLawful
 */
export const demandLawfulBulletin = async (
  req: PayloadRequest,
  asked: FrozenBulletin & { collection: string; id: number; reasonCode?: string; at: Date },
): Promise<void> => {
  const { log, document, at } = asked
  if (asked.collection !== 'bulletins' || !stormOptions()) return
  const isEmergency = document.priority === 'emergency'
  const isExercise = document.messageKind === 'exercise'
  if ((!isEmergency && !isExercise) || document.messageKind === 'cancel') return
  if (isExercise) await demandNoneReal(req, { replaced: [asked.id, document.supersedes], at })
  const sql = await sqlOf(req)
  const audience = await audienceOf(sql, {
    areas: idsIn(document.areas),
    deviceGroups: idsIn(document.deviceGroups),
  })
  const claims: Claims = {
    ...audience,
    expiresAt: textIn(document.expiresAt),
    reasonCode: textIn(document.reasonCode) || (asked.reasonCode ?? ''),
    isOverride: document.isOverride === true,
    overrideReason: textIn(document.overrideReason),
  }
  const site = await readSite(sql, log)
  if (isEmergency) return demandLawful(req, { claims, site, at })
  await demandLawfulExercise(req, { claims, site, at: laterOf(at, document.broadcastAt) })
}

/** An exercise is planned ahead: it goes out when it says, if that is later. */
const laterOf = (at: Date, broadcastAt: unknown): Date =>
  new Date(Math.max(at.getTime(), Date.parse(textIn(broadcastAt)) || 0))

/**
 * The same, of what the signed-in person sends before it is approved.
 *
 * @throws PortalError not_an_issuer, and those of demandLawful
 */
export const demandLawfulIssue = async (
  req: PayloadRequest,
  asked: FrozenBulletin & { id: number; reasonCode?: string; at: Date },
): Promise<void> => {
  if (asked.document.messageKind !== 'cancel')
    await demandIssuer(req, ({ code }) => code === asked.log)
  await demandLawfulBulletin(req, { ...asked, collection: 'bulletins' })
}

const demandOwn = (claims: ExerciseClaims, site: IssuingSite): void => {
  const isOwn = claims.groups.length === 0 && claims.areas.every((one) => one === site.unitCode)
  if (!site.isCity && !isOwn) throw stormError('area_not_yours', { field: 'areas' })
  if (!claims.isOverride) return
  if (!site.isCity || !demandStorm().hasCityOverride || claims.overrideReason.trim() === '')
    throw stormError('override_not_here', { field: 'isOverride' })
}

const idsIn = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
