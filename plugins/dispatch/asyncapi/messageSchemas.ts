import { z } from 'zod'

const moment = z.iso.datetime({ offset: true })
const code = z.string().min(1).max(80)

/** What travels both ways: four parts after Standard Webhooks, `v1a` (Ed25519). */
export const envelopeSchema = z
  .object({
    id: z.string().min(1).max(80).describe('Identity; a repetition carries the same.'),
    timestamp: z.int().describe('Seconds since 1970 when it was signed.'),
    signature: z
      .string()
      .regex(/^v1a,[A-Za-z0-9+/=]+( v1a,[A-Za-z0-9+/=]+)*$/)
      .describe(
        'One or more, apart by spaces: `v1a,` and the base64 of an Ed25519 signature over `id.timestamp.body`.',
      ),
    body: z.string().describe('JSON text; its schema is in `x-body`.'),
  })
  .meta({ title: 'Envelope' })

const fileSchema = z.object({
  role: z.enum(['audio', 'image', 'video']),
  url: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mimeType: z.string(),
  bytes: z.int().min(0),
  seconds: z.number().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  page: z.int().optional().describe('Of screens drawn from the text for boards of this size.'),
})

/** An instruction. */
export const dispatchSchema = z
  .looseObject({
    v: z.literal(1),
    id: z.uuid(),
    number: z.int().describe('Rises with every dispatch of the hub.'),
    chain: z.string().describe('What belongs together: an alert, its updates, its cancellation.'),
    kind: z.enum(['alert', 'update', 'cancel', 'exercise', 'test']),
    priority: z.enum(['emergency', 'priority', 'normal']),
    issuer: z.string(),
    issuedAt: moment,
    effectiveAt: moment,
    expiresAt: moment.nullable(),
    audience: z.object({ areas: z.array(code), groups: z.array(code), devices: z.array(code) }),
    title: z.string(),
    text: z.string(),
    spokenText: z.string().nullable(),
    language: z.string(),
    topic: z.string().nullable(),
    media: z.array(fileSchema),
  })
  .meta({ title: 'Dispatch' })

/** A device's standing. */
export const setupSchema = z
  .looseObject({
    v: z.literal(1),
    kind: z.literal('setup'),
    device: code,
    number: z.number().describe('The standing with the greatest number holds.'),
    isActive: z.boolean(),
    areas: z.array(code),
    groups: z.array(code),
    timeFrames: z.array(
      z.object({
        days: z.array(z.int().min(1).max(7)).describe('1 is Monday.'),
        from: z.string(),
        to: z.string(),
      }),
    ),
    hubKeys: z
      .array(z.string().length(44))
      .min(1)
      .optional()
      .describe(
        'The keys of the hub that a device believes from now on, in place of those it had; 32 bytes each in base64.',
      ),
  })
  .meta({ title: 'Setup' })

/** What is in force in an area. */
export const recentSchema = z
  .looseObject({
    v: z.literal(1),
    kind: z.literal('recent'),
    area: code,
    now: moment,
    dispatches: z.array(
      z.object({ id: z.uuid(), number: z.number(), expiresAt: z.string().nullable() }),
    ),
  })
  .meta({ title: 'Recent' })

/** The hub's time, in answer to a question. */
export const clockSchema = z
  .looseObject({
    v: z.literal(1),
    kind: z.literal('clock'),
    nonce: z.string(),
    now: moment,
  })
  .meta({ title: 'Clock' })
