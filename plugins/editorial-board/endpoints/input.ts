import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { boardError } from '../errors.ts'

/** A text somebody typed. */
export const text = z.string().max(4000)
/** Id of a document or an account. */
export const id = z.number().int().positive().max(2_147_483_647)
/** A governed document. */
export const document = z.object({ collection: z.string().max(60), id })
/** A day as YYYY-MM-DD. */
export const day = z.string().max(10)
/** Code of a board or log. */
export const code = z.string().min(1).max(120)

/** Whoever is signed in; the verbs ask for more. */
export const signedIn = (req: PayloadRequest): boolean => Boolean(req.user)

/** An endpoint of the board that changes something. */
export const post = (
  path: `/${string}`,
  handler: (
    req: PayloadRequest,
    input: { params: Record<string, string>; body: unknown },
  ) => Promise<unknown>,
): Endpoint => endpoint({ method: 'post', path, access: signedIn, handler })

/**
 * What a body must be.
 *
 * @throws PortalError bad_input (details.fields: path, problem)
 */
export const parse = <T extends z.ZodType>(schema: T, body: unknown): z.infer<T> => {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw boardError('bad_input', {
    fields: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      problem: issue.message,
    })),
  })
}

/**
 * An id in an address.
 *
 * @throws PortalError submission_missing
 */
export const uuid = (value: string | undefined): string => {
  if (value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return value
  throw boardError('submission_missing')
}
