import { z } from 'zod'
import { PortalError } from '#kit/portalError.ts'
import { receiverError } from './receiverErrors.ts'

/** What the forms call the fields. */
const names: Readonly<Record<string, { vi: string; en: string }>> = {
  label: { vi: 'tên khóa', en: 'name of the key' },
  scopes: { vi: 'việc khóa được làm', en: 'what the key may do' },
  days: { vi: 'thời hạn', en: 'how long it is good for' },
  url: { vi: 'địa chỉ', en: 'address' },
  logs: { vi: 'nguồn tin', en: 'logs' },
  email: { vi: 'thư điện tử', en: 'mail address' },
}

/**
 * What was sent, as the schema has it.
 *
 * @throws PortalError bad_input with the fields that are wrong
 */
export const parseInput = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const { success, data, error } = schema.safeParse(body ?? {})
  if (success) return data
  const fields = [...new Set(error.issues.map(({ path }) => path.join('.')))]
  const said = new Set(fields.map((field) => names[field.split('.')[0] ?? '']))
  const named = [...said].filter((one) => one !== undefined)
  if (named.length === 0) throw receiverError('bad_input', { fields })
  throw new PortalError(
    'bad_input',
    422,
    {
      vi: `Còn thiếu hoặc chưa đúng: ${named.map(({ vi }) => vi).join(', ')}.`,
      en: `Missing or not valid: ${named.map(({ en }) => en).join(', ')}.`,
    },
    { fields },
  )
}

/** A code of a site or log. */
export const siteCode = z.string().regex(/^[a-z0-9-]{1,64}$/)

/** A row's id in an address. */
export const rowId = (given: string | undefined, missing: Parameters<typeof receiverError>[0]) => {
  if (z.uuid().safeParse(given).success) return given ?? ''
  throw receiverError(missing)
}
