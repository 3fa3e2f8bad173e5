import { refusalOf } from './pull.ts'
import type { StoredItem } from './store.ts'

/** An item as a site writes it; the texts are Markdown. */
export type Writing = {
  /** The site's own name of the item, the same for every version of it. */
  key: string
  /** Where the site shows it. */
  url: string
  publishedAt: string
  locales: Partial<Record<'vi' | 'en', { title: string; lead?: string; body: string }>>
}

/**
 * Proposes an item to the city's board. What the site itself has pulled goes with who published it first and the logs it went
 * through, so that no board is offered its own item as a new one.
 *
 * @param options.pulled the item it was made of, and the log that was read; absent for what the site wrote itself
 * @throws HubError; `loop` and `own_item`: the board has it already
 */
export const handIn = async (options: {
  hub: string
  /** A key with the scope `propose`. */
  key: string
  item: Writing
  pulled?: { item: StoredItem; log: string }
}): Promise<{ proposalId: string; state: string; sha256: string }> => {
  const { hub, key, item, pulled } = options
  const answer = await fetch(`${hub}/api/cross-posting/proposals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...item, ...(pulled ? wayOf(pulled) : {}) }),
    signal: AbortSignal.timeout(15_000),
  })
  if (!answer.ok) throw await refusalOf(answer)
  return (await answer.json()) as { proposalId: string; state: string; sha256: string }
}

const wayOf = ({ item, log }: { item: StoredItem; log: string }) => ({
  origin: item.origin ?? { site: log, collection: item.collection, item: String(item.id) },
  hops: item.hops,
})
