import type { z } from 'zod'
import { registryError } from './registryErrors.ts'

/**
 * What was sent, as the schema has it.
 *
 * @throws PortalError bad_input with the fields that are wrong
 */
export const parseInput = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const { success, data, error } = schema.safeParse(body ?? {})
  if (success) return data
  throw registryError('bad_input', {
    fields: [...new Set(error.issues.map(({ path }) => path.join('.')))],
  })
}
