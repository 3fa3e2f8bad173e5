import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secondFactorEndpoints } from '#kit/secondFactor/secondFactorEndpoints.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { password } from '#tests/support/newsroom.ts'

let app: BootedPayload

beforeAll(async () => {
  app = await bootPayload()
})
afterAll(() => app.stop())

type Refused = { errors?: { code: string }[] }

const enter = async (name: string) =>
  app.payload.create({
    collection: 'users',
    data: { email: `${name}@coloa.example`, password, fullName: name, isActive: true },
    overrideAccess: true,
    depth: 0,
  })

/** Begins to set up a second factor from a session that is open. */
const begin = async (id: number, body: unknown) => {
  const user = await app.payload.findByID({
    collection: 'users',
    id,
    overrideAccess: true,
    depth: 0,
  })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, app.payload)
  Object.assign(req, { headers: new Headers(), text: async () => JSON.stringify(body) })
  const route = secondFactorEndpoints.find(({ path }) => path === '/second-factor/begin')
  const answer = await route?.handler(req as PayloadRequest)
  const content = (await answer?.json()) as Refused & { secret?: string }
  return { status: answer?.status, code: content.errors?.[0]?.code, secret: content.secret }
}

const accountOf = async (id: number) =>
  app.payload.findByID({
    collection: 'users',
    id,
    overrideAccess: true,
    depth: 0,
    showHiddenFields: true,
  })

test('an open session alone sets up no second factor: the password is asked again', async () => {
  const { id } = await enter('phien-mo')
  expect(await begin(id, {})).toMatchObject({ status: 400, code: 'bad_input' })
  expect(await begin(id, { password: 'đoán bừa' })).toMatchObject({
    status: 403,
    code: 'password_wrong',
  })
  expect((await begin(id, { password })).secret).toMatch(/^[A-Z2-7]{32}$/)
})

test('asking for the password leaves no session behind', async () => {
  const { id } = await enter('khong-phien')
  await begin(id, { password })
  expect((await accountOf(id)).sessions ?? []).toEqual([])
})

test('guessing locks the account, as at the door; then the right password is refused, too', async () => {
  const { id, email } = await enter('doan-mo')
  for (let turn = 0; turn < 5; turn += 1) await begin(id, { password: `đoán ${turn}` })
  expect(await begin(id, { password })).toMatchObject({ status: 429, code: 'password_locked' })
  await expect(
    app.payload.login({ collection: 'users', data: { email, password } }),
  ).rejects.toThrow()
})
