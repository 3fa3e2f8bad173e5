import { createHash } from 'node:crypto'
import type { State, StoredItem } from './store.ts'

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
  reasonCode: string | null
  explanation: string | null
  sha256: string | null
  body: string | null
}

type FeedPage = { next: number; isComplete: boolean; items: FeedItem[] }

/**
 * Fetches the next page and returns the state after it; the same page twice gives the same state.
 *
 * @throws when the hub does not answer with a page, or a body does not have the hash the board decided on
 */
export const pull = async (options: {
  hub: string
  site: string
  state: State
  waitSeconds: number
}): Promise<{ state: State; isComplete: boolean }> => {
  const { hub, site, state, waitSeconds } = options
  const address = `${hub}/feeds/${site}?after=${state.cursor}&limit=200&wait=${waitSeconds}`
  const answer = await fetch(address, { signal: AbortSignal.timeout((waitSeconds + 15) * 1000) })
  if (answer.status === 409) return { state: { cursor: 0, items: {} }, isComplete: false }
  if (!answer.ok) throw new Error(`the hub answered ${answer.status}`)
  const page = (await answer.json()) as FeedPage
  const items = { ...state.items }
  for (const item of page.items) {
    const key = `${item.collection}/${item.id}`
    // The text of a replaced version is no longer given out: its successor is further on in the log.
    if (!item.isSuperseded && item.seq > (items[key]?.seq ?? 0)) items[key] = verified(item)
  }
  return { state: { cursor: page.next, items }, isComplete: page.isComplete }
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
    isCorrection: item.isCorrection,
    isWithdrawn,
    reasonCode: item.reasonCode,
    explanation: item.explanation,
    sha256: item.sha256,
    body: item.body,
  }
}
