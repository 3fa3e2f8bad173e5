import { createLocalReq } from 'payload'
import type { Payload, PayloadRequest } from 'payload'

/** A request of a person of the demo, as a session would make it. */
export const requestOf = async (payload: Payload, id: number): Promise<PayloadRequest> => {
  const user = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    overrideAccess: true,
  })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}
