import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { Person } from '../openBoards.ts'

/** Everybody who might try. `citizen` is an account without any role or membership. */
export const actorNames = [
  'collaborator',
  'editor',
  'member',
  'head',
  'administrator',
  'operator',
  'apiKey',
  'citizen',
  'anonymous',
] as const

export type ActorName = (typeof actorNames)[number]

/** Somebody who tries, over HTTP and within the process. */
export type Actor = {
  name: ActorName
  /** The account's number when a session is sent; attempts of the others have no actor. */
  id: number | undefined
  /** Whose session it is, for the calls of a board. */
  person: Person | undefined
  headers: Record<string, string>
  /** The user as Payload gives it to the Local API; null for strangers. */
  user: Record<string, unknown> | null
}

type MakePerson = (is: {
  role?: 'collaborator' | 'editor' | 'member' | 'head'
  roles?: ('systemAdmin' | 'operator')[]
}) => Promise<Person>

/** Makes one account of each kind. The API key claims to be the head's: the worst there can be. */
export const makeActors = async (
  payload: Payload,
  person: MakePerson,
): Promise<Record<ActorName, Actor>> => {
  const made = new Map<ActorName, Actor>()
  const add = async (name: ActorName, who: Person) => {
    const user = await payload.findByID({
      collection: 'users',
      id: who.id,
      overrideAccess: true,
      depth: 0,
    })
    made.set(name, {
      name,
      id: who.id,
      person: who,
      headers: { authorization: `JWT ${who.token}` },
      user: { ...user, collection: 'users' },
    })
  }
  for (const role of ['collaborator', 'editor', 'member', 'head'] as const) {
    await add(role, await person({ role }))
  }
  await add('administrator', await person({ roles: ['systemAdmin'] }))
  await add('operator', await person({ roles: ['operator'] }))
  await add('citizen', await person({}))
  made.set('apiKey', {
    name: 'apiKey',
    id: undefined,
    person: undefined,
    headers: { authorization: `users API-Key ${randomUUID()}` },
    user: { ...made.get('head')?.user, _strategy: 'api-key' },
  })
  made.set('anonymous', {
    name: 'anonymous',
    id: undefined,
    person: undefined,
    headers: {},
    user: null,
  })
  return Object.fromEntries(made) as Record<ActorName, Actor> // every name was set above
}
