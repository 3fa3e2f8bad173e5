/** What a reader met on its way. */
export type Walk = { items: number; pages: number; fault: string | undefined }

/**
 * Pages through a feed from a cursor until a number, as a component site would, and holds every number against the one
 * before: the first that is missing, repeated or out of order ends the walk.
 */
export const pageThrough = async (options: {
  /** Addresses of the web processes, taken by turns. */
  hubs: readonly string[]
  site: string
  after: number
  until: number
  limit: number
}): Promise<Walk> => {
  const { hubs, site, until, limit } = options
  const walk: Walk = { items: 0, pages: 0, fault: undefined }
  for (let cursor = options.after; cursor < until;) {
    const hub = hubs[walk.pages % hubs.length]
    const answer = await fetch(`${hub}/feeds/${site}?after=${cursor}&limit=${limit}&wait=5`, {
      headers: { 'accept-encoding': 'identity' },
    })
    if (!answer.ok) return { ...walk, fault: `${answer.status} after ${cursor}` }
    const page = (await answer.json()) as { next: number; items: { seq: number }[] }
    walk.pages += 1
    for (const { seq } of page.items) {
      if (seq !== cursor + 1) return { ...walk, fault: `${seq} came after ${cursor}` }
      cursor = seq
      walk.items += 1
    }
    if (page.next !== cursor) return { ...walk, fault: `next is ${page.next} after ${cursor}` }
  }
  return walk
}
