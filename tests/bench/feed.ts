import pg from 'pg'
import { measureConsumers } from './support/measureConsumers.ts'
import { measureDecisionToSites } from './support/measureDecisionToSites.ts'
import { measureFeedPages } from './support/measureFeedPages.ts'
import { measureResync } from './support/measureResync.ts'
import { openGround, loadCity } from './support/openGround.ts'
import { printTable } from './support/report.ts'
import { startServer } from './support/startServer.ts'

const SITE = 'ha-noi'
const RELEASES = 100_000
/** `npm run bench -- feed 1x5000 4000` is over sooner: a city of that size, so many releases. */
const [city = '1x100000', releases = String(RELEASES)] = process.argv.slice(2)

const main = async () => {
  const ground = await openGround()
  const owner = new pg.Client({ connectionString: ground.ownerUrl })
  try {
    await loadCity(city)
    await owner.connect()
    await owner.query('vacuum analyze')
    const { rows } = await owner.query<{ log: string; seq: number }>(
      'select log, seq::float8 as seq from release.site_sequences order by seq desc limit 1',
    )
    const [full = { log: SITE, seq: 0 }] = rows
    await measureFeedPages(full)
    await measureResync(full)
    const hubs = await Promise.all([startServer('ours'), startServer('ours')])
    await measureConsumers({
      ownerUrl: ground.ownerUrl,
      hubs: hubs.map((one) => one.url),
      log: 'common',
      releases: Number(releases),
    })
    await Promise.all(hubs.map((one) => one.stop()))
    await measureDecisionToSites({ ground, owner })
    printTable()
  } finally {
    await owner.end()
    await ground.close()
  }
}

await main()
process.exit(0)
