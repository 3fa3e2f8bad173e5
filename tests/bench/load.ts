import { parseArgs } from 'node:util'
import pg from 'pg'
import { seed } from '#src/demo/seed.ts'
import { copyUnguarded } from './support/copyUnguarded.ts'
import { demandWhole } from './support/demandWhole.ts'
import { openGround } from './support/openGround.ts'
import { printTable, report } from './support/report.ts'

const ARTICLES = 'Tin, bài'

const main = async () => {
  const { values } = parseArgs({ options: { size: { type: 'string', default: '50x20000' } } })
  const ground = await openGround()
  try {
    const loaded = await load(values.size)
    const owner = new pg.Client({ connectionString: ground.ownerUrl })
    await owner.connect()
    const copied = await copyUnguarded(owner)
    await demandWhole(owner, loaded.articles)
    const size = await databaseSize(owner)
    await owner.end()

    const figure = { bench: 'load', unit: 'articles/s' }
    report({
      ...figure,
      metric: 'articles',
      value: loaded.perSecond,
      reference: 'COPY of the same rows, no guard, no index',
      ratio: loaded.perSecond / copied.perSecond,
    })
    report({
      ...figure,
      metric: 'articlesSettled',
      value: loaded.articles / (loaded.seconds + loaded.settling),
      reference: 'the same, with search indexes settled and statistics taken',
      ratio: loaded.articles / (loaded.seconds + loaded.settling) / copied.perSecond,
    })
    const plain = { bench: 'load', reference: 'none', ratio: null }
    const megabytes = process.resourceUsage().maxRSS / 1024
    report({ ...plain, metric: 'memory', value: megabytes, unit: 'MB' })
    report({ ...plain, metric: 'database', value: size, unit: 'MB' })
    printTable()
  } finally {
    await ground.close()
  }
}

/** Loads a city, and tells how long its articles and what came after them took. */
const load = async (size: string) => {
  const began = new Map<string, number>()
  let articles = 0
  let last = ''
  let done = 0
  const say = (line: string) => process.stdout.write(`  ${line}\n`)
  await seed({
    size,
    now: new Date(),
    say,
    progress: {
      start: (name, total) => {
        say(`${name} (${total})`)
        began.set(name, performance.now())
        last = name
        if (name === ARTICLES) articles = total
      },
      advance: (count) => {
        if (last !== ARTICLES) return
        const before = Math.floor((done * 10) / articles)
        done += count
        if (Math.floor((done * 10) / articles) > before) say(`${done}/${articles}`)
      },
    },
  })
  const ended = performance.now()
  const start = began.get(ARTICLES) ?? 0
  const settling = began.get(last) ?? ended
  const seconds = (settling - start) / 1000
  return { articles, seconds, perSecond: articles / seconds, settling: (ended - settling) / 1000 }
}

const databaseSize = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ size: number }>(
    'select pg_database_size(current_database())::float8 / 1048576 as size',
  )
  return rows[0]?.size ?? 0
}

await main()
process.exit(0)
