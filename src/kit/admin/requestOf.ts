import { createLocalReq } from 'payload'
import type { PayloadRequest, ServerProps } from 'payload'

/**
 * The request of an admin component that is not handed one, for the signed-in person and in the admin's language; null
 * for strangers.
 */
export const requestOf = async (props: ServerProps): Promise<PayloadRequest | null> => {
  if (!props.user) return null
  const req = await createLocalReq({ user: props.user }, props.payload)
  req.i18n = props.i18n as PayloadRequest['i18n'] // the same object under a narrower type
  return req
}
