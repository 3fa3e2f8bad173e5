import express from 'express'
import type { Router } from 'express'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import { z } from 'zod'
import { PortalError, errorBody } from '#kit/portalError.ts'
import { reportEnvelopeShape } from '../../reports/envelope.ts'
import { createRecordRefusal } from '../../reports/recordRefusal.ts'
import { registryError } from '../registryErrors.ts'
import { enrolBoard } from './enrolBoard.ts'

const MOST_A_MINUTE = 10
const asked = z.object({ code: z.string().max(40), publicKey: z.string().length(44) })

/** `POST /bang-tin/<device>/enrol`: a board in a browser shows its code and enters its key. */
export const enrolRoute = (options: { pool: Pool; logger: Logger }): Router => {
  const { pool, logger } = options
  const recordRefusal = createRecordRefusal(pool)
  const counts = new LRUCache<string, { n: number }>({ max: 20_000, ttl: 60_000 })
  const demandSeldom = (ip: string) => {
    const count = counts.get(ip) ?? { n: 0 }
    count.n += 1
    if (count.n === 1) counts.set(ip, count)
    if (count.n > MOST_A_MINUTE) throw registryError('enrol_too_often')
  }
  const enrol = async (device: string, ip: string, input: unknown) => {
    demandSeldom(ip)
    const envelope = reportEnvelopeShape.safeParse(input)
    if (!envelope.success || envelope.data.device !== device) throw registryError('bad_input')
    const body = asked.safeParse(parsed(envelope.data.body))
    if (!body.success) throw registryError('bad_input')
    await enrolBoard(pool, { envelope: envelope.data, ...body.data })
  }
  const router = express.Router()
  router.post(
    '/bang-tin/:device/enrol',
    express.json({ limit: '8kb' }),
    async (req: express.Request<{ device: string }>, res) => {
      const { device } = req.params
      res.set('cache-control', 'no-store')
      try {
        await enrol(device, req.ip ?? '', req.body)
        res.json({ done: true })
      } catch (error) {
        if (!(error instanceof PortalError)) {
          logger.error({ err: error }, 'dispatch: a board was not enrolled')
          res.status(503).json({ errors: [{ code: 'unavailable' }] })
          return
        }
        await recordRefusal({ what: 'report', code: error.code, deviceCode: device })
        res.status(error.status).json(errorBody(error, req.headers['accept-language'] ?? 'vi'))
      }
    },
  )
  return router
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
