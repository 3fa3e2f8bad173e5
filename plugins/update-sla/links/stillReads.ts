import { createLocalReq } from 'payload'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { canSeeAll, ownersOf } from '../rights.ts'

/** Whether somebody may read the calendar of an owner: who sees everybody's clocks, and those whose owner it is. */
export const readsCalendar = async (req: PayloadRequest, owner: string): Promise<boolean> =>
  canSeeAll(req) || (await ownersOf(req)).includes(owner)

/**
 * Whether the person for whom a link to a calendar was made would be given it today: a link lasts for a year, an office may
 * end sooner, and an account may be switched off.
 *
 * @param claims of the link: `owner`, and the account as `person` and its collection `of`
 */
export const stillReads = async (
  req: PayloadRequest,
  claims: Record<string, unknown>,
): Promise<boolean> => {
  const { owner, person, of } = claims
  if (typeof owner !== 'string' || typeof person !== 'string' || typeof of !== 'string')
    return false
  const { payload } = req
  if (!(of in payload.collections)) return false
  const user = await payload.findByID({
    req,
    collection: of as CollectionSlug, // looked up above
    id: person,
    depth: 0,
    disableErrors: true,
    overrideAccess: true, // nobody is signed in where a calendar program asks
  })
  if (!user) return false
  const asked = await createLocalReq({ user: { ...user, collection: of } as never }, payload) // a user as the session gives it
  return readsCalendar(asked, owner)
}
