import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import type { InstallationKey } from '#kit/signingKey.ts'
import { handOnRequest } from '../engine/handOnRequest.ts'
import { inBatches } from '../engine/inBatches.ts'
import { createSigner, seal } from '../message.ts'
import type { DeviceMessage } from '../message.ts'
import type { Taken } from './createReportDesk.ts'
import type { InForce } from './readRecent.ts'
import { readRecent } from './readRecent.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import { setupOf } from '../registry/setupOf.ts'

/** What a device is told in answer to a report; each part is signed. */
export type Answer = {
  recent?: DeviceMessage
  setup?: DeviceMessage
  clock?: DeviceMessage
  messages: DeviceMessage[]
}

/** Channels whose devices fetch. */
const FETCHING = new Set(['pull', 'player'])
/** What an area is told is read anew after. */
const FRESH_MS = 1000

/** Makes the hub's answers. */
export const createAnswerer = (pool: Pool, key: InstallationKey) => {
  const sign = createSigner(key)
  const sealed = new LRUCache<string, DeviceMessage>({ max: 5000, ttl: FRESH_MS })
  const lists = inBatches<string, InForce[]>({
    most: 200,
    waitMs: 2,
    atOnce: 2,
    work: async (areas) => {
      const found = await readRecent(pool, [...new Set(areas)])
      return areas.map((area) => found.get(area) ?? [])
    },
  })

  /** What is in force in an area. */
  const recentOf = async (area: string): Promise<DeviceMessage> => {
    const known = sealed.get(area)
    if (known) return known
    const dispatches = await lists.add(area)
    const now = new Date()
    const body = { v: 1, kind: 'recent', area, now: now.toISOString(), dispatches }
    const made = seal(key, { id: `recent-${randomUUID()}`, body: JSON.stringify(body), now })
    sealed.set(area, made)
    return made
  }
  const setup = async (code: string): Promise<DeviceMessage | undefined> => {
    const standing = await setupOf(sqlOn(pool), { code, day: dayIn(new Date()) })
    if (!standing) return undefined
    const body = JSON.stringify({ kind: 'setup', ...standing })
    return seal(key, { id: `setup-${randomUUID()}`, body, now: new Date() })
  }
  /** The hub's time for a device that asked; its question in it shows that it is not an old one. */
  const clock = (nonce: string): DeviceMessage => {
    const now = new Date()
    const body = JSON.stringify({ v: 1, kind: 'clock', nonce, now: now.toISOString() })
    return seal(key, { id: `clock-${randomUUID()}`, body, now })
  }
  const messagesFor = ({ reporter, body }: Taken): Promise<DeviceMessage[]> =>
    handOnRequest(pool, sign, {
      deviceId: reporter.id,
      isFetching: FETCHING.has(reporter.channel) || FETCHING.has(reporter.alternateChannel ?? ''),
      want: body.want,
    })

  return {
    recentOf,
    setup,
    clock,
    messagesFor,
    answer: async (taken: Taken): Promise<Answer> => {
      const { nonce } = taken.body
      const [recent, messages, standing] = await Promise.all([
        recentOf(taken.reporter.unitCode),
        messagesFor(taken),
        nonce ? setup(taken.reporter.code) : undefined,
      ])
      return {
        recent,
        messages,
        ...(standing ? { setup: standing } : {}),
        ...(nonce ? { clock: clock(nonce) } : {}),
      }
    },
  }
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
const dayIn = (now: Date): string => calendar.format(now)

/** Makes the hub's answers. */
export type Answerer = ReturnType<typeof createAnswerer>
