/** What an endpoint answered: done, or why not, in the user's language. */
export type Answer<T> =
  { ok: true; value: T } | { ok: false; messages: string[]; faults: FieldFault[] }

/** What is wrong with one field of a document, in the user's language; in one language of it, or in all. */
export type FieldFault = { path: string; message: string; locale?: string }

type Refusal = { message?: string; details?: { field?: unknown; fields?: unknown } }

/**
 * Calls an endpoint as the signed-in user.
 *
 * @param path below `/api`
 * @param words what to say where the answer says nothing
 */
export const postJson = async <T>(
  path: string,
  body: unknown,
  words: { language: string; failed: string; offline: string },
): Promise<Answer<T>> => {
  try {
    const answer = await fetch(`/api${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json', 'accept-language': words.language },
      body: JSON.stringify(body),
    })
    const content = (await answer.json().catch(() => ({}))) as { errors?: Refusal[] }
    if (answer.ok) return { ok: true, value: content as T }
    const messages = (content.errors ?? []).flatMap((one) => [
      ...(one.message ? [one.message] : []),
      ...fieldLines(one.details?.fields),
    ])
    const faults = (content.errors ?? []).flatMap(faultsOf)
    return { ok: false, messages: messages.length > 0 ? messages : [words.failed], faults }
  } catch {
    return { ok: false, messages: [words.offline], faults: [] }
  }
}

const fieldLines = (fields: unknown): string[] =>
  Array.isArray(fields)
    ? fields.flatMap((field: unknown) =>
        typeof field === 'object' && field !== null
          ? [
              Object.values(field)
                .filter((one) => typeof one === 'string')
                .join(': '),
            ]
          : [],
      )
    : []

/** A refusal is about one field (`field`), or lists them with what each lacks (`fields`). */
const faultsOf = ({ message, details }: Refusal): FieldFault[] => {
  const listed: unknown[] = Array.isArray(details?.fields) ? details.fields : []
  const one = { path: details?.field, message }
  return [one, ...listed].filter(isFault)
}

const isFault = (value: unknown): value is FieldFault => {
  if (typeof value !== 'object' || value === null) return false
  const { path, message } = value as Partial<FieldFault>
  return typeof path === 'string' && typeof message === 'string'
}
