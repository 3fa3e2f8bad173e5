import { pageThrough } from '#tests/support/pageThrough.ts'
import { startReleasers } from '#tests/support/startReleasers.ts'
import { readHead } from './readHead.ts'
import { report } from './report.ts'

const PROCESSES = 4
const CONSUMERS = 10

/**
 * Four processes release on one log while ten consumers page through it over two web processes: none may miss a release
 * or meet one twice.
 */
export const measureConsumers = async (options: {
  ownerUrl: string
  hubs: readonly string[]
  log: string
  releases: number
}) => {
  const { ownerUrl, hubs, log, releases } = options
  const after = await readHead(ownerUrl, log)
  const each = releases / PROCESSES
  const releasers = await startReleasers({ processes: PROCESSES, log, each, ownerUrl })
  const started = performance.now()
  releasers.go()
  const until = after + releases
  const walks = await Promise.all(
    Array.from({ length: CONSUMERS }, (_x, index) =>
      pageThrough({ hubs, site: log, after, until, limit: 25 + index * 50 }),
    ),
  )
  await releasers.isOver
  const seconds = (performance.now() - started) / 1000
  for (const { fault, items } of walks) {
    if (fault !== undefined || items !== releases) {
      throw new Error(`bench: a consumer took ${items} of ${releases}: ${fault}`)
    }
  }
  const reference = `${PROCESSES} releasing processes, ${CONSUMERS} consumers, none missed or met one twice`
  const value = releases / seconds
  const figure = { bench: 'feed', metric: 'consumers', unit: 'releases/s', ratio: null }
  report({ ...figure, value, reference })
}
