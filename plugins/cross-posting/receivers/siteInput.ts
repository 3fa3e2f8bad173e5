import { z } from 'zod'
import { receiverError } from './receiverErrors.ts'

/**
 * What was sent, as the schema has it.
 *
 * @throws PortalError bad_input with the fields that are wrong
 */
export const parseInput = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const { success, data, error } = schema.safeParse(body ?? {})
  if (success) return data
  throw receiverError('bad_input', {
    fields: [...new Set(error.issues.map(({ path }) => path.join('.')))],
  })
}

/** A code of a site or log. */
export const siteCode = z.string().regex(/^[a-z0-9-]{1,64}$/)

/** A row's id in an address. */
export const rowId = (given: string | undefined, missing: Parameters<typeof receiverError>[0]) => {
  if (z.uuid().safeParse(given).success) return given ?? ''
  throw receiverError(missing)
}
