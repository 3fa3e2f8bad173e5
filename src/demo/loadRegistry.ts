import type { Payload } from 'payload'
import type { ClientBase } from 'pg'
import { foundBoards } from '#plugins/editorial-board/index.ts'
import type { BoardRole } from '#kit/membershipsOf.ts'
import { presetSecondFactor } from '#kit/secondFactor/presetSecondFactor.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationSigner } from '#kit/signingKey.ts'
import { loadDocuments } from './bulk/loadDocuments.ts'
import type { LoadDocument } from './bulk/loadDocuments.ts'
import { reserveIds } from './bulk/reserveIds.ts'
import type { RawDocument } from './bulk/tableRows.ts'
import { inventName } from './data/names.ts'
import { generatePassword, hashPassword, loginRoles, termOf } from './logins.ts'
import type { Login } from './logins.ts'
import { wordsOf } from './make/place.ts'
import type { Place } from './make/place.ts'
import { cityUnits } from './make/units.ts'
import type { CityUnit } from './make/units.ts'
import type { Random } from './random.ts'

/** What loading shares from step to step. */
export type Loading = { client: ClientBase; payload: Payload; now: Date; random: Random }

/** The city's bodies and people as they were stored. */
export type Registry = {
  places: Place[]
  units: Map<string, CityUnit & { id: number }>
  logins: Login[]
  /** The head of the city's board, who answers for the import. */
  headId: number
  /** User ids by key of a log-in. */
  people: Map<string, number>
}

/** Units, sites, accounts and boards. */
export const loadRegistry = async (loading: Loading, siteCount: number): Promise<Registry> => {
  const all = await cityUnits(siteCount)
  const unitIds = await reserveIds(loading.client, 'units', all.length)
  const units = new Map(all.map((unit, index) => [unit.code, { ...unit, id: unitIds[index] ?? 0 }]))
  const city = units.get('01')?.id
  await store(
    loading,
    'units',
    [...units.values()].map((unit) => ({
      id: unit.id,
      data: {
        code: unit.code,
        name: { vi: unit.name, en: unit.nameEn },
        kind: unit.kind,
        parent: unit.id === city ? undefined : city,
        validFrom: '2025-07-01T00:00:00.000+07:00',
        latitude: unit.latitude,
        longitude: unit.longitude,
      },
    })),
  )
  const chosen = [...units.values()].slice(0, siteCount)
  const siteIds = await reserveIds(loading.client, 'sites', chosen.length)
  const places = chosen.map((unit, index): Place => ({
    siteId: siteIds[index] ?? 0,
    unitId: unit.id,
    code: unit.siteCode,
    unitCode: unit.code,
    level: unit.level,
    name: unit.name,
    nameEn: unit.nameEn,
    ...wordsOf(unit),
  }))
  await store(
    loading,
    'sites',
    places.map((place) => ({
      id: place.siteId,
      data: {
        code: place.code,
        name: { vi: place.name, en: place.nameEn },
        kind: place.level === 'city' ? 'city' : 'component',
        hosting: 'here',
        path: place.level === 'city' ? '/' : `/s/${place.code}`,
        unit: place.unitId,
        languages: place.level === 'city' ? ['vi', 'en'] : ['vi'],
        isActive: true,
      },
    })),
  )
  return { places, units, ...(await loadPeople(loading, places)) }
}

const loadPeople = async (loading: Loading, places: readonly Place[]) => {
  const random = loading.random.fork('people')
  const people = new Map<string, number>()
  const logins: Login[] = []
  const users: { id: number; data: RawDocument; columns: Record<string, unknown> }[] = []
  const appointments: Parameters<typeof foundBoards>[0]['appointments'][number][] = []
  // A board has one head: where a log-in is it, nobody else is.
  const hasHead = (place: Place) =>
    loginRoles.some(([, , , role, site]) => role === 'head' && site === place.code)
  const boards = places.flatMap((place) =>
    (place.level === 'city'
      ? (['member', 'editor', 'editor', 'collaborator'] as const)
      : (['head', 'deputy', 'editor'] as const)
    )
      .map((role, index) => ({
        place,
        role,
        email: `${role}${index + 1}.${place.code}@coloa.example`,
      }))
      .filter(({ role }) => role !== 'head' || !hasHead(place)),
  )
  const ids = await reserveIds(loading.client, 'users', loginRoles.length + boards.length)
  const join = (person: number, place: Place, role: BoardRole) =>
    appointments.push({ board: place.code, person, role, ...termOf(random) })
  for (const [index, [key, role, cityRole, boardRole, siteCode, tryThis]] of loginRoles.entries()) {
    const id = ids[index] ?? 0
    const place = places.find((one) => one.code === siteCode) ?? places[0]
    const login = {
      role,
      email: `${key}@coloa.example`,
      password: generatePassword(),
      fullName: inventName(random),
      tryThis,
    }
    logins.push(login)
    people.set(key, id)
    users.push({
      id,
      data: {
        fullName: login.fullName,
        roles: cityRole ? [cityRole] : [],
        unit: place?.unitId,
        isActive: true,
        preferredLocale: 'vi',
      },
      columns: { email: login.email, ...(await hashPassword(login.password)) },
    })
    if (boardRole && place) join(id, place, boardRole)
  }
  for (const [index, one] of boards.entries()) {
    const id = ids[loginRoles.length + index] ?? 0
    users.push({
      id,
      data: {
        fullName: inventName(random),
        roles: [],
        unit: one.place.unitId,
        isActive: true,
        preferredLocale: 'vi',
      },
      columns: { email: one.email },
    })
    join(id, one.place, one.role)
  }
  await store(loading, 'users', users)
  const env = readRuntimeEnv(process.env)
  const duty = logins.find((one) => one.email.startsWith('truc-ban@'))
  const dutyId = people.get('truc-ban')
  if (duty && dutyId)
    duty.secondFactor = await presetSecondFactor(loading.client, {
      person: dutyId,
      secret: env.payloadSecret,
    })
  const signer = await installationSigner(env)
  await foundBoards({ client: loading.client, signer, appointments })
  return { logins, people, headId: people.get('truong-ban') ?? 0 }
}

type Plain =
  | 'units'
  | 'sites'
  | 'users'
  | 'devices'
  | 'device-groups'
  | 'questions'
  | 'working-days'
  | 'legal-bases'

/** Stores documents that no board decides. */
export const store = async (
  loading: Loading,
  collection: Plain,
  documents: readonly (Pick<LoadDocument, 'id' | 'data'> & Partial<LoadDocument>)[],
): Promise<void> => {
  const time = loading.now.toISOString()
  await loadDocuments({
    client: loading.client,
    payload: loading.payload,
    collection,
    documents: documents.map((one) => ({ createdAt: time, updatedAt: time, ...one })),
  })
}

/** The same for documents whose ids nobody needs before. */
export const storeNew = async (
  loading: Loading,
  collection: Plain,
  data: readonly RawDocument[],
): Promise<number[]> => {
  const ids = await reserveIds(loading.client, collection.replace(/-/g, '_'), data.length)
  await store(
    loading,
    collection,
    data.map((one, index) => ({ id: ids[index] ?? 0, data: one })),
  )
  return ids
}
