import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { audienceOf } from '../../forms/audienceOf.ts'
import { demandIssuer, demandStorm } from '../rights.ts'
import { stormError } from '../stormError.ts'
import type { FrozenBulletin, IssuingSite } from '../stormOptions.ts'

type Claims = {
  /** Codes. */
  areas: readonly string[]
  groups: readonly string[]
  isOverride: boolean
  overrideReason: string
}

/**
 * A commune's board speaks for its own area; the city alone takes direct control, where the profile allows it, and says why.
 *
 * @throws PortalError area_not_yours, override_not_here
 */
export const demandLawful = (claims: Claims, site: IssuingSite): void => {
  const isOwn = claims.groups.length === 0 && claims.areas.every((one) => one === site.unitCode)
  if (!site.isCity && !isOwn) throw stormError('area_not_yours')
  if (!claims.isOverride) return
  if (!site.isCity || !demandStorm().hasCityOverride || claims.overrideReason.trim() === '')
    throw stormError('override_not_here')
}

/**
 * The same of a frozen bulletin, whoever wrote it. A cancellation reaches only devices that have what it ends.
 *
 * @throws PortalError not_an_issuer, and those of demandLawful
 */
export const demandLawfulBulletin = async (
  req: PayloadRequest,
  { log, document }: Pick<FrozenBulletin, 'log' | 'document'>,
): Promise<void> => {
  if (document.messageKind === 'cancel') return
  const site = await demandIssuer(req, ({ code }) => code === log)
  const audience = await audienceOf(await sqlOf(req), {
    areas: idsIn(document.areas),
    deviceGroups: idsIn(document.deviceGroups),
  })
  const { isOverride, overrideReason } = document
  demandLawful(
    {
      ...audience,
      isOverride: isOverride === true,
      overrideReason: typeof overrideReason === 'string' ? overrideReason : '',
    },
    site,
  )
}

const idsIn = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
