import pg from 'pg'
import { compare } from './support/compare.ts'
import type { Side } from './support/compare.ts'
import { loadCity, openGround } from './support/openGround.ts'
import { readQuestions } from './support/readQuestions.ts'
import type { Questions } from './support/readQuestions.ts'
import { measureReleases } from './support/measureReleases.ts'
import { printTable, report } from './support/report.ts'
import { startGenerator, startServer } from './support/startServer.ts'
import type { Served } from './support/startServer.ts'

const CITY = '8x10000'

const main = async () => {
  const ground = await openGround()
  try {
    await loadCity(CITY)
    const owner = new pg.Client({ connectionString: ground.ownerUrl })
    await owner.connect()
    await owner.query('vacuum analyze')
    const questions = await readQuestions(owner)
    await owner.end()
    await measureReads(questions)
    await measureReleases()
    printTable()
  } finally {
    await ground.close()
  }
}

type Rival = { name: string; side: Side }

/** Our side and its rivals, by turns; a line of figures for each rival. */
const contest =
  (generator: ReturnType<typeof startGenerator>) =>
  async (metric: string, ours: Side, rivals: readonly Rival[]): Promise<void> => {
    const sides = [ours, ...rivals.map((one) => one.side)]
    const [value = 0, ...theirs] = await compare(generator, sides)
    rivals.forEach((one, index) => {
      const ratio = value / (theirs[index] ?? 0)
      report({ bench: 'read', metric, value, unit: 'requests/s', reference: one.name, ratio })
    })
  }

const measureReads = async (questions: Questions) => {
  const { listQuery, itemQuery } = questions
  const generator = startGenerator()
  const servers: Served[] = []
  const serve = async (mode: string, argument?: string) => {
    const served = await startServer(mode, argument)
    servers.push(served)
    return served.url
  }
  try {
    const warm = await serve('ours')
    const cold = await serve('oursUncached')
    const payload = await serve('payload')
    const bare = (mode: string, name: string, paths: string[], query?: string) =>
      serve(mode, query).then((url) => ({ name, side: { url, paths } }))
    const versus = contest(generator)

    const list = [`/api/articles?${listQuery}`]
    await versus('list', { url: cold, paths: list }, [
      await bare('bareList', 'bare http + pg, same query', list, listQuery),
      { name: 'Payload REST', side: { url: payload, paths: list } },
    ])
    const items = questions.ids.map((id) => `/api/articles/${id}?${itemQuery}`)
    await versus('item', { url: cold, paths: items }, [
      await bare('bareItem', 'bare http + pg, same query', items, itemQuery),
      { name: 'Payload REST', side: { url: payload, paths: items } },
    ])

    const first = await fetch(`${warm}${list[0]}`)
    const size = String((await first.text()).length)
    const answer = await bare('constant', 'bare http, constant', list, size)
    await versus('listWarm', { url: warm, paths: list }, [answer])
    const ask = (url: string, etag: string) => ({
      url,
      paths: list,
      headers: { 'if-none-match': etag },
    })
    await versus('notModified', ask(warm, first.headers.get('etag') ?? ''), [
      { name: 'bare http, 304', side: ask(answer.side.url, '"1"') },
    ])

    const searches = questions.words.map((q) => `/api/search?q=${encodeURIComponent(q)}`)
    const likes = questions.words.map(
      (q) => `/api/articles?${listQuery}&where[title][like]=${encodeURIComponent(q)}`,
    )
    await versus('search', { url: cold, paths: searches }, [
      await bare('bareSearch', 'bare http + pg, same query', searches),
      { name: 'Payload REST, title like', side: { url: payload, paths: likes } },
    ])

    const pages = ['/', ...questions.slugs.map((slug) => `/tin/${slug}`)]
    const home = await fetch(`${warm}/`).then((one) => one.text())
    const page = await bare('constant', 'bare http, constant page', pages, String(home.length))
    await versus('page', { url: warm, paths: pages }, [page])
    await versus('pageCold', { url: cold, paths: pages }, [page])
  } finally {
    await Promise.all([generator.stop(), ...servers.map((one) => one.stop())])
  }
}

await main()
process.exit(0)
