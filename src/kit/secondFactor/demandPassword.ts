import { AuthenticationError, createLocalReq, LockedAuth, logoutOperation } from 'payload'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { secondFactorError } from './secondFactorError.ts'

/**
 * Demands the password of the signed-in account anew, by Payload's own check: wrong ones count towards the lock of the
 * account, as at the door. Whoever has come upon an open session goes no further.
 *
 * @throws PortalError password_wrong, password_locked
 */
export const demandPassword = async (req: PayloadRequest, password: string): Promise<void> => {
  const { user, payload } = req
  if (!user?.email) throw secondFactorError('password_wrong')
  const slug = user.collection as CollectionSlug
  const { token } = await payload
    .login({
      collection: slug as 'users', // whichever collection of accounts the project named
      data: { email: user.email, password },
      overrideAccess: true,
      depth: 0,
    })
    .catch((error: unknown) => {
      if (error instanceof LockedAuth) throw secondFactorError('password_locked')
      if (error instanceof AuthenticationError) throw secondFactorError('password_wrong')
      throw error
    })
  await endSession(req, slug, token)
}

/** The check opened a session that nobody holds. */
const endSession = async (req: PayloadRequest, slug: CollectionSlug, token?: string) => {
  const _sid = sessionIn(token)
  if (_sid === undefined || !req.user) return
  const { payload } = req
  // `_sid` is what Payload itself keeps there of a session.
  const user = { ...req.user, _sid } as NonNullable<PayloadRequest['user']>
  const own = await createLocalReq({ user }, payload)
  await logoutOperation({ allSessions: false, collection: payload.collections[slug], req: own })
}

const sessionIn = (token: string | undefined): string | undefined => {
  const [, claims] = token?.split('.') ?? []
  if (!claims) return undefined
  const { sid } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { sid?: string }
  return sid
}
