import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  appoint,
  approve,
  grantMandate,
  placeHold,
  recall,
  refuse,
  releaseEmergency,
  returnForClarification,
  setFlow,
  submitForReview,
  withdraw,
} from '#plugins/editorial-board/index.ts'
import { send } from './attack.ts'
import { openGround } from './openGround.ts'
import type { Ground } from './openGround.ts'

let ground: Ground
let req: PayloadRequest

beforeAll(async () => {
  ground = await openGround()
  const { user } = ground.actors.apiKey
  req = await createLocalReq({ user: user as never }, ground.payload) // the head, as a key would bring him
})
afterAll(() => ground?.stop())

test('no account has a key, and a request with one is nobody’s', async () => {
  const { config } = ground.payload
  expect(config.collections.filter((one) => one.auth?.useAPIKey).map((one) => one.slug)).toEqual([])
  const answer = await send(ground, ground.actors.apiKey, 'GET', '/api/users/me')
  expect(answer).toMatchObject({ is: 'answered', status: 200 })
  expect(JSON.parse(answer.is === 'answered' ? answer.text : '')).toMatchObject({ user: null })
})

test('a key that an administrator writes into an account opens nothing', async () => {
  const key = '6b6f86f5-2c4a-4c43-9b8e-5a0d6b0f3f10'
  const { administrator, head } = ground.actors
  await send(ground, administrator, 'PATCH', `/api/users/${head.id}`, {
    enableAPIKey: true,
    apiKey: key,
  })
  const byKey = { ...ground.actors.apiKey, headers: { authorization: `users API-Key ${key}` } }
  const answer = await send(ground, byKey, 'GET', '/api/articles?draft=true')
  expect(answer).toMatchObject({ status: 403, code: 'not_signed_in' })
  const me = await send(ground, byKey, 'GET', '/api/users/me')
  expect(me.is === 'answered' && me.text).toContain('"user":null')
})

const explanation = 'Bởi một chiếc máy.'
const now = new Date()

test.each<[string, () => Promise<unknown>]>([
  ['submit', () => submitForReview({ req, collection: 'articles', id: ground.docs.fresh, now })],
  ['approve', () => approve({ req, submissionId: ground.submission, now })],
  [
    'return',
    () => returnForClarification({ req, submissionId: ground.submission, explanation, now }),
  ],
  [
    'refuse',
    () => refuse({ req, submissionId: ground.submission, ground: 'againstLaw', explanation, now }),
  ],
  ['recall', () => recall({ req, submissionId: ground.submission })],
  [
    'withdraw',
    () =>
      withdraw({ req, collection: 'articles', id: ground.docs.live, type: 'error', explanation }),
  ],
  [
    'issue',
    () =>
      releaseEmergency({
        req,
        collection: 'bulletins',
        id: ground.others.bulletins,
        reasonCode: 'naturalDisaster',
        explanation,
        now,
      }),
  ],
  [
    'hold',
    () =>
      placeHold({
        req,
        collection: 'articles',
        id: ground.docs.live,
        reason: explanation,
        document: '1',
      }),
  ],
  ['set a flow', () => setFlow({ req, log: ground.city.code, flow: null, document: '1' })],
  [
    'give a mandate',
    () =>
      grantMandate({
        req,
        mandate: {
          board: ground.city.code,
          principal: ground.decider.id,
          delegate: ground.actors.member.id ?? 0,
          collections: null,
          categories: null,
          startsOn: '2020-01-01',
          endsOn: '2099-01-01',
          document: '1',
        },
      }),
  ],
  [
    'appoint',
    () =>
      appoint({
        req,
        appointment: {
          board: ground.city.code,
          person: ground.actors.citizen.id ?? 0,
          role: 'editor',
          startsOn: '2020-01-01',
          document: '1',
        },
      }),
  ],
])('who came by a key does not %s, though the key were the head’s', async (_verb, act) => {
  await expect(act()).rejects.toMatchObject({ code: 'people_only' })
})
