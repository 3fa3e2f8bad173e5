import { z } from 'zod'
import { receiptKinds } from '#domain/dispatch/receiptLadder.ts'
import { PortalError } from '#kit/portalError.ts'

/** Text the database can keep: no NUL, no half of a character. */
const text = (most: number, least = 0) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((value) => !value.includes('\0') && !/\p{Surrogate}/u.test(value))

const YEAR_MS = 366 * 24 * 3_600_000

/** Within a year of now, in a zone that there is. */
const moment = z.iso
  .datetime({ offset: true })
  .refine((at) => Math.abs(Date.parse(at) - Date.now()) <= YEAR_MS)
  .refine((at) => /(?:Z|[+-](?:0\d|1[0-3]):?[0-5]\d|[+-]14:?00)$/.test(at))

const receipt = z.object({
  dispatch: z.uuid(),
  kind: z.enum(receiptKinds),
  /** The device's own number of this event: the same when it repeats itself. */
  eventId: text(80, 1),
  /** The device's clock, set right by what it knows of ours. */
  at: moment,
  /** Why it refused; which dispatch interrupted. */
  detail: text(300).optional(),
  /** How long it played. */
  seconds: z.number().min(0).max(86_400).optional(),
  /** What the second sensor said. */
  proof: z.record(text(40), z.union([text(300), z.number(), z.boolean()])).optional(),
})

const heartbeat = z.object({
  playing: z.uuid().nullable().optional(),
  /** 0 to 100. */
  volume: z.number().min(0).max(100).optional(),
  /** Bytes. */
  storageFree: z.number().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  firmware: text(80).optional(),
  /** The device's own clock minus ours, in ms, as it has found it. */
  offsetMs: z.number().optional(),
  /** The hub's keys it believes, 32 bytes each in base64. */
  hubKeys: z.array(text(44, 44)).max(8).optional(),
  /** The last dispatches it has, and how far: 2 received … 6 proven. */
  recent: z
    .array(z.object({ dispatch: z.uuid(), rung: z.number().int().min(0).max(6) }))
    .max(20)
    .optional(),
})

/** The shape of what a device says. */
export const reportBodyShape = z.object({
  v: z.literal(1),
  receipts: z.array(receipt).max(200).default([]),
  heartbeat: heartbeat.optional(),
  /** Dispatches it has missed. */
  want: z.array(z.uuid()).max(50).default([]),
  /** Asks for the hub's time and its own setup. */
  nonce: text(80, 8).optional(),
})

/** The shape of a signed report. */
export const reportEnvelopeShape = z.object({
  device: z.string().regex(/^[A-Za-z0-9._-]{1,80}$/),
  id: text(80, 1),
  /** Seconds since 1970. */
  timestamp: z.number().int(),
  /** `v1a,` and Ed25519 over `id.timestamp.body`, base64; several stand apart by spaces. */
  signature: z.string().max(600),
  body: z.string().max(256 * 1024),
})

/** All that a device says at once, signed. */
export type ReportEnvelope = z.infer<typeof reportEnvelopeShape>
/** What stands in it. */
export type ReportBody = z.infer<typeof reportBodyShape>
/** One event of one dispatch on a device. */
export type Receipt = z.infer<typeof receipt>
/** How a device is. */
export type Heartbeat = z.infer<typeof heartbeat>

/** @throws PortalError bad_report */
export const readEnvelope = (input: unknown): ReportEnvelope =>
  demand(reportEnvelopeShape.safeParse(input))

/** @throws PortalError bad_report */
export const readBody = (text: string): ReportBody => {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw badReport(['body'])
  }
  if (text.includes(String.raw`\u0000`)) throw badReport(['body'])
  return demand(reportBodyShape.safeParse(input))
}

const demand = <T>(parsed: z.ZodSafeParseResult<T>): T => {
  if (parsed.success) return parsed.data
  throw badReport(parsed.error.issues.slice(0, 10).map((issue) => issue.path.join('.')))
}

const badReport = (fields: string[]) =>
  new PortalError(
    'bad_report',
    400,
    { vi: 'Báo cáo của thiết bị không đúng mẫu.', en: 'The report is not of the expected form.' },
    { fields },
  )
