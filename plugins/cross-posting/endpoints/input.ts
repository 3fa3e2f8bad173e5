import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { recordRefusal } from '#plugins/release-log/index.ts'
import { crossPostingError } from '../errors.ts'

/** A text somebody typed. */
export const text = z.string().max(4000)
/** Id of a document. */
export const id = z.number().int().positive().max(2_147_483_647)
/** Code of a site. */
export const code = z
  .string()
  .min(1)
  .max(120)
  .refine((one) => !one.includes('\0'), 'no text')
/** A document, by its collection. */
export const document = z.object({ collection: z.string().regex(/^[\w-]{1,60}$/), id })

/**
 * What an input must be.
 *
 * @throws PortalError bad_input (details.fields: path, problem)
 */
export const parse = <T extends z.ZodType>(schema: T, input: unknown): z.infer<T> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw crossPostingError('bad_input', {
    fields: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      problem: issue.message,
    })),
  })
}

type Handler = Parameters<typeof endpoint>[0]['handler']

/** A route of the signed-in; the verbs ask for more. What is forbidden goes into the audit trail. */
export const route = (method: 'get' | 'post', path: `/${string}`, handler: Handler): Endpoint => {
  const made = endpoint({ method, path, access: (req) => Boolean(req.user), handler })
  return {
    ...made,
    handler: async (req: PayloadRequest) => {
      const answer = await made.handler(req)
      if (answer.status === 403 && req.user) {
        const body = (await answer.clone().json()) as { errors?: { code?: string }[] }
        const refused = body.errors?.[0]?.code ?? 'forbidden'
        const operation = `${method} ${path}`
        await recordRefusal({ req, collection: '', docId: null, operation, code: refused })
      }
      return answer
    },
  }
}
