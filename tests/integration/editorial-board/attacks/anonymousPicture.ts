import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Ground } from './openGround.ts'

/**
 * Everything a stranger sees: REST lists and items, the search, the feeds, portal pages and the bytes of released files; one
 * line each, so that a difference names its place.
 */
export const anonymousPicture = async (ground: Ground): Promise<string[]> => {
  const { docs, others } = ground
  const lists = ['articles', ...Object.keys(others)].map((slug) => `/api/${slug}?limit=100`)
  const items = Object.values(docs).map((id) => `/api/articles/${id}`)
  const folder = path.join(process.env.MEDIA_DIR ?? '', 'released')
  const files = (await readdir(folder)).sort().map((name) => `/released/${name}`)
  const urls = [
    ...lists,
    ...items,
    `/api/articles/${docs.pending}?locale=en&fallback-locale=none`,
    '/api/search?q=duyệt',
    '/feeds/ha-noi?after=0',
    '/feeds/common?after=0',
    '/',
    '/tin',
    '/tin/bai-da-duyet',
    '/tin/bai-da-go',
    '/robots.txt',
    '/sitemap.xml',
    ...files,
  ]
  return Promise.all(urls.map((url) => look(ground.url, url)))
}

/** What holds every released text once: taken after each single attempt, the whole picture after each kind of attack. */
export const anonymousGlance = (ground: Ground): Promise<string[]> =>
  Promise.all(
    ['/api/articles?limit=100', '/api/categories?limit=100', '/feeds/ha-noi?after=0'].map((url) =>
      look(ground.url, url),
    ),
  )

const look = async (base: string, url: string): Promise<string> => {
  const answer = await fetch(`${base}${url}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const isText = !url.startsWith('/released/')
  const hash = createHash('sha256').update(bytes).digest('hex')
  return `${url} ${answer.status} ${hash} ${isText ? bytes.toString('utf8') : ''}`
}
