import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { decisions } from '#domain/dispatch/programme/decideClash.ts'
import { isDay } from '#domain/dispatch/programme/localDay.ts'
import { endpoint } from '#kit/endpoint.ts'
import { recordRefusal } from '#plugins/release-log/index.ts'
import { programmeError } from './errors.ts'
import { asRunEndpoint } from './exportAsRun.ts'
import { dropAiringFor, moveAiringTo, reorderAiring } from './verbs/airingVerbs.ts'
import { copyDay } from './verbs/copyDay.ts'
import { acceptOffer, declineOffer, reopenOffer } from './verbs/offerVerbs.ts'
import { scheduleOffer } from './verbs/scheduleOffer.ts'
import { setFrames } from './verbs/setFrames.ts'
import { settleClash } from './verbs/settleClash.ts'

const day = z.string().refine(isDay, 'YYYY-MM-DD')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const days = z.array(z.number().int().min(1).max(7)).min(1).max(7)
const medium = z.enum(['radio', 'board'])
const unit = z.string().min(1).max(40)
const reason = z.string().max(500).optional()
const meant = {
  isOutsideFramesMeant: z.boolean().optional(),
  isNearestMeant: z.boolean().optional(),
}
const version = z.object({ version: z.number().int().min(1) })
const at = z.iso.datetime({ offset: true })

const scheduling = version.extend({
  medium,
  times: z.union([
    z.strictObject({ at }),
    z
      .strictObject({ from: day, to: day, days, times: z.array(clock).min(1).max(24) })
      .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < 62 * 86_400_000),
  ]),
  repeats: z
    .strictObject({
      count: z.number().int().min(1).max(48),
      everyMinutes: z.number().int().min(0).max(720).optional(),
    })
    .optional(),
  ...meant,
})

const frame = z.object({ days, from: clock, to: z.union([clock, z.literal('24:00')]) })

const read = <T extends z.ZodType>(schema: T, input: unknown): z.infer<T> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw programmeError('bad_input', {
    fields: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      problem: issue.message,
    })),
  })
}

/** A verb: each checks who may by itself. */
const verb = <T extends z.ZodType>(
  path: `/${string}`,
  schema: T,
  act: (of: { req: PayloadRequest; id: string; now: Date; input: z.infer<T> }) => Promise<unknown>,
): Endpoint => {
  const made = endpoint({
    method: 'post',
    path,
    access: (req) => Boolean(req.user),
    handler: (req, { params, body }) =>
      act({ req, id: params.id ?? '', now: new Date(), input: read(schema, body ?? {}) }),
  })
  return { ...made, handler: (req: PayloadRequest) => noted(req, path, made.handler) }
}

/** What is forbidden goes into the audit trail. */
const noted = async (
  req: PayloadRequest,
  path: string,
  handler: Endpoint['handler'],
): Promise<Response> => {
  const answer = await handler(req)
  if (answer.status !== 403 || !req.user) return answer
  const body = (await answer.clone().json()) as { errors?: { code?: string }[] }
  const code = body.errors?.[0]?.code ?? 'forbidden'
  await recordRefusal({ req, collection: '', docId: null, operation: `post ${path}`, code })
  return answer
}

/** What people of communes do with their programme over HTTP. */
export const programmeEndpoints: Endpoint[] = [
  verb('/dispatch/offers/:id/accept', version, ({ input, ...asked }) =>
    acceptOffer({ ...asked, ...input }),
  ),
  verb('/dispatch/offers/:id/schedule', scheduling, ({ input, ...asked }) =>
    scheduleOffer({ ...asked, ...input }),
  ),
  verb('/dispatch/offers/:id/decline', version.extend({ reason }), ({ input, ...asked }) =>
    declineOffer({ ...asked, version: input.version, reason: input.reason }),
  ),
  verb('/dispatch/offers/:id/reopen', version, ({ input, ...asked }) =>
    reopenOffer({ ...asked, ...input }),
  ),
  verb(
    '/dispatch/airings/:id/move',
    version.extend({ at, medium: medium.optional(), ...meant }),
    ({ input, ...asked }) => moveAiringTo({ ...asked, ...input, at: new Date(input.at) }),
  ),
  verb(
    '/dispatch/airings/:id/reorder',
    version.extend({ direction: z.enum(['earlier', 'later']) }),
    ({ input, ...asked }) => reorderAiring({ ...asked, ...input }),
  ),
  verb('/dispatch/airings/:id/drop', version.extend({ reason }), ({ input, ...asked }) =>
    dropAiringFor({ ...asked, version: input.version, reason: input.reason }),
  ),
  verb(
    '/dispatch/clashes/:id/decide',
    z.object({ decision: z.enum(decisions), reason }),
    ({ input, ...asked }) => settleClash({ ...asked, ...input }),
  ),
  verb(
    '/dispatch/programmes/:id/copy-day',
    z.object({ medium, from: day, to: day }),
    ({ input, req, id, now }) => copyDay({ req, unitCode: read(unit, id), now, ...input }),
  ),
  verb(
    '/dispatch/programmes/:id/time-frames',
    z.object({ medium, frames: z.array(frame).max(40), validFrom: day, reason }),
    ({ input, req, id, now }) => setFrames({ req, unitCode: read(unit, id), now, ...input }),
  ),
  asRunEndpoint,
]
