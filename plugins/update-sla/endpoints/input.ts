import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { slaError } from '../errors.ts'

/** Whether a year was not mistyped. */
export const isNear = (date: Date): boolean => Math.abs(date.getUTCFullYear() - 2050) < 50

/** A text somebody typed. */
export const text = z.string().max(4000)
/** An instant as ISO 8601 with its offset. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((given) => new Date(given))
  .refine((date) => isNear(date))
/** A day as YYYY-MM-DD. */
export const day = z.iso.date()

/** Whoever is signed in; the verbs ask for more. */
export const signedIn = (req: PayloadRequest): boolean => Boolean(req.user)

/**
 * What was sent, as the schema has it.
 *
 * @throws bad_input with the fields that are wrong
 */
export const parse = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const { success, data, error } = schema.safeParse(body ?? {})
  if (success) return data
  throw slaError('bad_input', {
    fields: [...new Set(error.issues.map(({ path }) => path.join('.')))],
  })
}
