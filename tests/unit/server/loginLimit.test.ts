import type { RequestHandler } from 'express'
import { pino } from 'pino'
import supertest from 'supertest'
import { expect, test } from 'vitest'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { createApp } from '#src/server/createApp.ts'
import type { AppParts } from '#src/server/createApp.ts'

const pass: RequestHandler = (_req, _res, next) => next()
const answer: RequestHandler = (_req, res) => void res.json({})

test.each(['login', 'forgot-password', 'unlock'])(
  'every way to write the address of %s is counted as an attempt',
  async (verb) => {
    const counted: string[] = []
    const parts = {
      limits: {
        general: pass,
        login: ((req, _res, next) => {
          counted.push((req.body as { email: string }).email)
          next()
        }) satisfies RequestHandler,
      },
      feeds: pass,
      publicRest: pass,
      payloadRest: answer,
      portal: pass,
    } as unknown as AppParts // what such a request meets
    const app = createApp({
      env: readRuntimeEnv({ NODE_ENV: 'test' }),
      logger: pino({ level: 'silent' }),
      health: { isReady: true, reason: '', checks: [] },
      readSession: () => Promise.resolve(undefined),
      parts: () => parts,
    })
    for (const end of ['', '/', '?x=1', '/?x=1']) {
      const { status } = await supertest(app)
        .post(`/api/users/${verb}${end}`)
        .send({ email: 'a@coloa.example' })
      expect(status).toBe(200)
    }
    expect(counted).toEqual(Array<string>(4).fill('a@coloa.example'))
  },
)
