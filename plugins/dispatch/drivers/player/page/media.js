import { picturesOf } from './programme.js'
import { sha256 } from './verify.js'

const CACHE = 'coloa-board-media'
/** A file that has not come by then does not come. */
const LONGEST_MS = 300_000

/**
 * Fetches the files of a dispatch ahead of its time and keeps those whose content is what was signed.
 *
 * @returns {Promise<string>} nothing when all are here; else why not
 */
export const stage = async (item) => {
  const cache = await caches.open(CACHE)
  for (const file of picturesOf(item)) {
    if (await cache.match(file.url)) continue
    const answer = await fetch(file.url, { signal: AbortSignal.timeout(LONGEST_MS) }).catch(
      () => undefined,
    )
    if (!answer?.ok) return 'media_missing'
    const bytes = await answer.arrayBuffer()
    if ((await sha256(bytes)) !== file.sha256) return 'media_differs'
    const headers = { 'content-type': file.mimeType, 'content-length': String(bytes.byteLength) }
    await cache.put(file.url, new Response(bytes, { headers }))
  }
  return ''
}

/** A kept file's content; undefined when it is not here. */
export const keptFile = async (url) => (await (await caches.open(CACHE)).match(url))?.blob()

/** Throws files away that nothing on the board needs. */
export const sweep = async (items) => {
  const needed = new Set(
    Object.values(items).flatMap((one) => picturesOf(one).map((file) => file.url)),
  )
  const cache = await caches.open(CACHE)
  for (const request of await cache.keys())
    if (!needed.has(request.url)) await cache.delete(request)
}
