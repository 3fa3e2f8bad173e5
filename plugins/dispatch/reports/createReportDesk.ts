import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { PortalError } from '#kit/portalError.ts'
import { inBatches } from '../engine/inBatches.ts'
import type { ReportBody, ReportEnvelope } from './envelope.ts'
import { readBody, readEnvelope } from './envelope.ts'
import type { Reporter } from './readReporters.ts'
import { createKeyNotes } from '../registry/keys/createKeyNotes.ts'
import { createReadReporters } from './readReporters.ts'
import { createRecordRefusal } from './recordRefusal.ts'
import type { Authentic } from './storeReports.ts'
import { storeReports } from './storeReports.ts'
import { demandAuthentic, refusal, signedText } from './verifyReport.ts'

/** A report that was taken, and whose it is. */
export type Taken = { reporter: Reporter; body: ReportBody }

/** Reports of one device are counted for so long. */
export const COUNTED_SECONDS = 10
/** So many are taken in that time; a healthy device sends one or two. */
const MOST_COUNTED = 100

/** Takes reports of devices, in one process: each is checked by itself, and many are stored together. */
export const createReportDesk = (pool: Pool, now: () => Date = () => new Date()) => {
  const readReporters = createReadReporters(pool)
  const recordRefusal = createRecordRefusal(pool)
  const noteUse = createKeyNotes(pool)
  const counts = new LRUCache<string, { n: number }>({ max: 50_000, ttl: COUNTED_SECONDS * 1000 })

  const known = inBatches<string, Reporter | undefined>({
    most: 500,
    waitMs: 2,
    atOnce: 4,
    work: async (codes) => {
      const found = await readReporters(codes)
      return codes.map((code) => found.get(code))
    },
  })
  const store = inBatches<Authentic, void>({
    most: 300,
    waitMs: 5,
    atOnce: 2,
    work: async (reports) => {
      await storeReports(pool, reports)
      return reports.map(() => undefined)
    },
  })
  const demandModest = (code: string) => {
    const count = counts.get(code) ?? { n: 0 }
    count.n += 1
    if (count.n === 1) counts.set(code, count)
    if (count.n > MOST_COUNTED) throw refusal('too_many_reports', 429)
  }

  /** @throws PortalError bad_report, device_unknown, device_retired, report_not_authentic, report_out_of_time, too_many_reports */
  const take = async (input: unknown): Promise<Taken> => {
    let envelope: ReportEnvelope | undefined
    let isKnown = false
    try {
      envelope = readEnvelope(input)
      const at = now()
      const device = await known.add(envelope.device)
      isKnown = device !== undefined
      let proof = { key: '', signature: '' }
      const reporter = await demandAuthentic(envelope, device, at, (key, signature) => {
        noteUse(key)
        proof = { key, signature: signature.toString('base64') }
      })
      demandModest(reporter.code)
      const body = readBody(envelope.body)
      const measuredMs = envelope.timestamp * 1000 - at.getTime()
      const offsetMs = body.heartbeat ? within32(body.heartbeat.offsetMs ?? measuredMs) : null
      const signed = { text: signedText(envelope), ...proof }
      await store.add({ deviceId: reporter.id, body, offsetMs, now: at, signed })
      return { reporter, body }
    } catch (error) {
      if (error instanceof PortalError) {
        const deviceCode = envelope?.device ?? null
        await recordRefusal({ what: 'report', code: error.code, deviceCode, isKnown })
      }
      throw error
    }
  }
  return { take, drain: () => store.drain() }
}

/** Takes reports. */
export type ReportDesk = ReturnType<typeof createReportDesk>

/** A clock of 1970 is off by more than the column holds. */
const within32 = (ms: number): number =>
  Math.round(Math.max(-2_147_483_648, Math.min(2_147_483_647, ms)))
