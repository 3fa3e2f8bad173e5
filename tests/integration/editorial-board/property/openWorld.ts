import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import pg from 'pg'
import { appoint } from '#tests/support/appoint.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'

/** Somebody of the test: an account, who is behind it, and what it is on the board. */
export type Somebody = { id: number; identity: string; role: string }

const roles = [
  'collaborator',
  'editor',
  'head',
  'head',
  'deputy',
  'deputy',
  'member',
  'editor',
] as const

/** One board with eight accounts; the last one is a second account of the first head. */
export const openWorld = async () => {
  const booted = await bootPayload()
  const { payload } = booted
  await payload.create({
    collection: 'users',
    data: {
      email: 'first@coloa.example',
      password: 'Mat-khau-1',
      fullName: 'Quản trị',
      isActive: true,
    },
    overrideAccess: true,
    depth: 0,
  })
  const room = await openNewsroom(payload)
  const people: Somebody[] = []
  for (const [index, role] of roles.entries()) {
    const identityNumber = index === 7 ? 'person-2' : `person-${index}`
    const { id } = await payload.create({
      collection: 'users',
      data: {
        email: `p${index}@coloa.example`,
        password: 'Mat-khau-1',
        fullName: `Người ${index}`,
        isActive: true,
        identityNumber,
      },
      overrideAccess: true,
      depth: 0,
    })
    await appoint({ board: room.site.code, person: id, role })
    people.push({ id, identity: identityNumber, role })
  }
  const owner = new pg.Pool({ connectionString: booted.ownerUrl, max: 3 })
  owner.on('error', () => undefined)
  const requestOf = async (who: number): Promise<PayloadRequest> => {
    const user = await payload.findByID({
      collection: 'users',
      id: people[who]?.id ?? 0,
      depth: 0,
      overrideAccess: true,
    })
    return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  }
  return {
    payload,
    room,
    people,
    owner,
    requestOf,
    stop: async () => {
      await owner.end()
      await booted.stop()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
