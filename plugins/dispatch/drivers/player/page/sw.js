/* The page and the files of what is on the board are here also without a network. */
const SHELL = 'coloa-board-shell'
const MEDIA = 'coloa-board-media'
const files = [
  'main.js',
  'board.css',
  'pages.js',
  'verify.js',
  'inbox.js',
  'programme.js',
  'keep.js',
  'keys.js',
  'media.js',
  'screen.js',
  'ticker.js',
  'link.js',
  'vietnamese.woff2',
  'latin.woff2',
].map((name) => `/bang-tin/page/${name}`)

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(files)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' || pathname.startsWith('/bang-tin/page/'))
    event.respondWith(networkFirst(request))
  else if (request.destination === 'video' || request.destination === 'image')
    event.respondWith(keptFirst(request))
})

const networkFirst = async (request) => {
  const cache = await caches.open(SHELL)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(request, answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match(request)
    if (kept) return kept
    throw error
  }
}

/** A player asks for parts of a film. */
const keptFirst = async (request) => {
  const kept = await (await caches.open(MEDIA)).match(request.url)
  if (!kept) return fetch(request)
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? []
  if (from === undefined) return kept
  const blob = await kept.blob()
  const last = to ? Math.min(Number(to), blob.size - 1) : blob.size - 1
  return new Response(blob.slice(Number(from), last + 1), {
    status: 206,
    headers: {
      'content-type': kept.headers.get('content-type') ?? '',
      'content-range': `bytes ${from}-${last}/${blob.size}`,
      'content-length': String(last + 1 - Number(from)),
      'accept-ranges': 'bytes',
    },
  })
}
