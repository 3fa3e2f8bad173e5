import { createHash } from 'node:crypto'

const MAX_NAMED = 256

const names = new Map<string, string>()

/**
 * A query that is prepared once a connection. Only the first few hundred shapes are: a stranger who varies the shape of
 * his questions must not fill every connection's memory.
 */
export const statement = (
  text: string,
  values: unknown[],
): { text: string; values: unknown[]; name?: string } => {
  const known = names.get(text)
  if (known) return { name: known, text, values }
  if (names.size >= MAX_NAMED) return { text, values }
  const name = `rl_${createHash('sha1').update(text).digest('hex').slice(0, 16)}`
  names.set(text, name)
  return { name, text, values }
}
