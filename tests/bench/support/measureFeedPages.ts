import { compare } from './compare.ts'
import { report } from './report.ts'
import { startGenerator, startServer } from './startServer.ts'
import type { Served } from './startServer.ts'

const PAGE = 100
/** Pages are asked for by turns from all over the log, as many sites at different cursors would. */
const PLACES = 40

/**
 * Pages a second, against a bare server that asks the same of the database: with nothing kept, with items kept
 * (each page is still asked of the database), and warm; and 304 to who has the page.
 */
export const measureFeedPages = async ({ log, seq }: { log: string; seq: number }) => {
  const generator = startGenerator()
  const servers: Served[] = []
  const serve = async (mode: string) => {
    const served = await startServer(mode)
    servers.push(served)
    return served.url
  }
  try {
    const paths = Array.from({ length: PLACES }, (_x, index) => {
      const after = Math.floor((index * (seq - PAGE)) / PLACES)
      return `/feeds/${log}?after=${after}&limit=${PAGE}`
    })
    const names = ['bareFeed', 'oursUncached', 'oursFeed', 'ours'] as const
    const sides = []
    for (const name of names) sides.push({ url: await serve(name), paths })
    for (const side of sides) await demandWholePage(`${side.url}${paths[1]}`)
    const [bare = 0, ...ours] = await compare(generator, sides)
    for (const [index, metric] of ['pagesNothingKept', 'pages', 'pagesWarm'].entries()) {
      const value = ours[index] ?? 0
      const reference = 'bare http + pg, same queries'
      report({ bench: 'feed', metric, value, unit: 'pages/s', reference, ratio: value / bare })
    }
  } finally {
    await Promise.all([generator.stop(), ...servers.map((one) => one.stop())])
  }
}

/** What is compared are full pages with their texts. */
const demandWholePage = async (address: string) => {
  const page = (await (await fetch(address)).json()) as { items: { body: string }[] }
  const bytes = page.items.reduce((sum, item) => sum + item.body.length, 0)
  if (page.items.length === PAGE && bytes > PAGE * 500) return
  throw new Error(`bench: ${address} gave ${page.items.length} items of ${bytes} bytes`)
}
