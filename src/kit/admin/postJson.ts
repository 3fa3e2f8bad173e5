/** What an endpoint answered: done, or why not, in the user's language. */
export type Answer<T> = { ok: true; value: T } | { ok: false; messages: string[] }

type Refusal = { message?: string; details?: { fields?: unknown } }

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
    return { ok: false, messages: messages.length > 0 ? messages : [words.failed] }
  } catch {
    return { ok: false, messages: [words.offline] }
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
