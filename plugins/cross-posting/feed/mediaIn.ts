/** A released file, fit to be fetched and checked. */
export type FeedMedia = { url: string; sha256: string; type: string; length: number }

/** Every released file that a text shows, once each, under a whole address. */
export const mediaIn = (value: unknown, publicUrl: string): FeedMedia[] => {
  const found = new Map<string, FeedMedia>()
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    if (Array.isArray(part)) return part.forEach(walk)
    const { url, sha256, mimeType, filesize } = part as Record<string, unknown>
    if (typeof url === 'string' && url.startsWith('/released/') && typeof sha256 === 'string') {
      const type = typeof mimeType === 'string' ? mimeType : 'application/octet-stream'
      if (typeof filesize === 'number') {
        found.set(url, { url: `${publicUrl}${url}`, sha256, type, length: filesize })
      }
    }
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(value)
  return [...found.values()]
}
