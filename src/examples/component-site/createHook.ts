import type { KeyObject } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hint } from './verifyHint.ts'
import { publicKeyFrom, verifyHint } from './verifyHint.ts'

const MOST_BYTES = 16 * 1024
const MOST_REMEMBERED = 1000
const REFRESH_MS = 60_000
const RETRY_MS = 1000

/**
 * Answers the hub's webhooks. A message that is not signed by the hub, or too old, is refused; one that came already is taken and
 * nothing else happens. What it says is only a reason to pull.
 *
 * @param options.keys `whpk_…` of the hub; without them its published set is fetched
 * @param options.onRelease called for a hint that is new
 */
export const createHook = (options: {
  hub: string
  keys?: readonly string[]
  onRelease: (seq: number) => void
}) => {
  let keys: KeyObject[] = (options.keys ?? []).map(publicKeyFrom)
  let nextFetchAt = 0
  const seen = new Set<string>()

  /** At most once a minute, whoever knocks; sooner where the hub could not be reached. */
  const refreshKeys = async () => {
    if (options.keys?.length || Date.now() < nextFetchAt) return
    nextFetchAt = Date.now() + RETRY_MS
    const answer = await fetch(`${options.hub}/.well-known/webhook-keys.json`, {
      signal: AbortSignal.timeout(5000),
    })
    if (!answer.ok) throw new Error(`the hub answered ${answer.status}`)
    const set = (await answer.json()) as { keys: { x: string }[] }
    keys = set.keys.map(({ x }) => publicKeyFrom(x))
    nextFetchAt = Date.now() + REFRESH_MS
  }

  const read = async (req: IncomingMessage, body: string) => {
    const message = { headers: req.headers, body, now: new Date() }
    if (keys.length === 0) await refreshKeys()
    try {
      return verifyHint({ ...message, keys })
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'not_signed') throw error
      await refreshKeys() // the hub may have changed its key
      return verifyHint({ ...message, keys })
    }
  }

  const isNew = (id: string): boolean => {
    if (seen.has(id)) return false
    seen.add(id)
    for (const oldest of seen) {
      if (seen.size <= MOST_REMEMBERED) break
      seen.delete(oldest)
    }
    return true
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const answer = (status: number, body: object) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    try {
      const { id, hint } = await read(req, await bodyOf(req))
      answer(200, answerTo(hint))
      if (hint.type === 'release' && isNew(id)) options.onRelease(hint.seq)
    } catch (error) {
      answer(401, { error: error instanceof Error ? error.message : 'failed' })
    }
  }
}

const answerTo = (hint: Hint): object =>
  hint.type === 'endpoint.verify' ? { challenge: hint.challenge } : {}

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const part of req.setEncoding('utf8')) {
    body += String(part)
    if (body.length > MOST_BYTES) throw new Error('too_large')
  }
  return body
}
