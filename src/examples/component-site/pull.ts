import { createHash } from 'node:crypto'
import type { Origin, State, StoredItem } from './store.ts'

type FeedItem = {
  seq: number
  kind: string
  isCorrection: boolean
  isSuperseded: boolean
  collection: string
  id: number
  title: string | null
  url: string | null
  attribution: {
    author: string | null
    sourceAgency: string | null
    firstPublishedAt: string
  } | null
  origin: Origin | null
  hops: string[]
  reasonCode: string | null
  explanation: string | null
  sha256: string | null
  body: string | null
}

type FeedPage = { after: number; next: number; isComplete: boolean; items: FeedItem[] }

/** The hub did not answer with a page. */
export class HubError extends Error {
  readonly status: number
  /** A stable word for why, such as `key_revoked`. */
  readonly code: string
  /** What the hub asks to wait for. */
  readonly retrySeconds: number

  constructor(status: number, code: string, retrySeconds: number) {
    super(`the hub answered ${status} ${code}`)
    this.status = status
    this.code = code
    this.retrySeconds = retrySeconds
  }
}

/**
 * Fetches the next page and returns the state after it; the same page twice gives the same state. A hub that knows fewer
 * releases than the cursor (it was restored from a backup) is read again from the beginning, beside what is shown.
 *
 * @throws HubError; or Error when the answer is not the page asked for, or a body does not have the hash the board decided on
 */
export const pull = async (options: {
  hub: string
  site: string
  /** The site's API key; without one the public feed is read. */
  key?: string | undefined
  state: State
  waitSeconds: number
  signal?: AbortSignal | undefined
}): Promise<{ state: State; isComplete: boolean }> => {
  const { hub, site, key, state, waitSeconds } = options
  const base = state.again ?? state
  const address = `${hub}/feeds/${site}?after=${base.cursor}&limit=200&wait=${waitSeconds}`
  const limit = AbortSignal.timeout((waitSeconds + 15) * 1000)
  const answer = await fetch(address, {
    headers: key ? { authorization: `Bearer ${key}` } : {},
    signal: options.signal ? AbortSignal.any([limit, options.signal]) : limit,
  })
  if (answer.status === 409) {
    return { state: { ...state, again: { cursor: 0, items: {} } }, isComplete: false }
  }
  if (!answer.ok) throw await refusalOf(answer)
  const page = (await answer.json()) as FeedPage
  // What stands between may have kept an older answer.
  if (page.after !== base.cursor || page.next < base.cursor)
    throw new Error('not the page asked for')
  const items = page.items.length === 0 ? base.items : { ...base.items }
  for (const item of page.items) {
    const itemKey = `${item.collection}/${item.id}`
    // The text of a replaced version is no longer given out: its successor is further on in the log.
    if (!item.isSuperseded && item.seq > (items[itemKey]?.seq ?? 0)) items[itemKey] = verified(item)
  }
  const next = { cursor: page.next, items }
  const isHalf = state.again !== undefined && !page.isComplete
  return { state: isHalf ? { ...state, again: next } : next, isComplete: page.isComplete }
}

/** What the hub said instead of what was asked for. */
export const refusalOf = async (answer: Response): Promise<HubError> => {
  const { errors } = (await answer.json().catch(() => ({}))) as { errors?: { code: string }[] }
  const retry = Number(answer.headers.get('retry-after') ?? 0)
  return new HubError(answer.status, errors?.[0]?.code ?? '', Number.isFinite(retry) ? retry : 0)
}

const verified = (item: FeedItem): StoredItem => {
  const isWithdrawn = item.kind === 'withdraw'
  const hash = createHash('sha256')
    .update(item.body ?? '')
    .digest('hex')
  if (!isWithdrawn && hash !== item.sha256) throw new Error(`release ${item.seq} is not authentic`)
  return {
    seq: item.seq,
    collection: item.collection,
    id: item.id,
    title: item.title,
    url: item.url,
    author: item.attribution?.author ?? null,
    sourceAgency: item.attribution?.sourceAgency ?? null,
    firstPublishedAt: item.attribution?.firstPublishedAt ?? null,
    origin: item.origin,
    hops: item.hops,
    isCorrection: item.isCorrection,
    isWithdrawn,
    reasonCode: item.reasonCode,
    explanation: item.explanation,
    sha256: item.sha256,
    body: item.body,
  }
}
