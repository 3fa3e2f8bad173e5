import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, createLocalReq, getPayload } from 'payload'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { paragraph, richText } from '#src/demo/lexical.ts'

/** `ours`: the whole config; `plain`: the same collections in Payload without a plugin, on a database of its own. */
const [mode, url] = process.argv.slice(2)

const open = async (): Promise<Payload> => {
  if (mode === 'ours') {
    const { default: config } = await import('#payload-config')
    return getPayload({ config })
  }
  const { collections } = await import('#config/collections.ts')
  const { localization } = await import('#config/i18n.ts')
  const config = await buildConfig({
    collections,
    localization,
    secret: 'plain',
    telemetry: false,
    sharp,
    editor: lexicalEditor(),
    db: postgresAdapter({ pool: { connectionString: url ?? '', max: 10 }, push: true }),
  })
  return getPayload({ config })
}

const payload = await open()
const { id: site } = await payload.create({
  collection: 'sites',
  data: {
    code: `do-${Date.now()}`,
    name: 'Đo',
    kind: 'component',
    hosting: 'here',
    languages: ['vi'],
    isActive: true,
  },
  overrideAccess: true,
  depth: 0,
})
const user = await payload.create({
  collection: 'users',
  data: {
    email: `do-${Date.now()}@coloa.example`,
    password: 'Mat-khau-1',
    fullName: 'Người đo',
    isActive: true,
  },
  overrideAccess: true,
  depth: 0,
})
const article = await payload.create({
  collection: 'articles',
  data: {
    title: 'Bài đo việc lưu nháp',
    site,
    body: richText([paragraph('Một đoạn.'), paragraph('Một đoạn nữa.')]) as never, // Payload's own type of a body is wider
  } as never, // a draft may lack its section
  draft: true,
  overrideAccess: true,
  depth: 0,
})

let turn = 0
process.on('message', (count: number) => void save(count))
process.send?.('ready')

/** Saves the draft so many times, a lead longer each time, and tells the milliseconds of each. */
async function save(count: number) {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    turn += 1
    const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
    const started = performance.now()
    await payload.update({
      collection: 'articles',
      id: article.id,
      data: { lead: `Lần lưu thứ ${turn}` },
      draft: true,
      overrideAccess: true,
      depth: 0,
      req,
    })
    times.push(performance.now() - started)
  }
  process.send?.(times)
}
