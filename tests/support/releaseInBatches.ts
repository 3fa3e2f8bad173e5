// A process that releases made-up documents on one log, some at a time: `releaseInBatches LOG FIRST_ID COUNT SEED`, with the
// owner's address in DATABASE_OWNER_URL. Says `ready`, waits for any message, and leaves when it is done.
import { once } from 'node:events'
import pg from 'pg'
import { importReleases, recordImportDecision } from '#plugins/release-log/importReleases.ts'

const [log = '', first = '', count = '', seed = ''] = process.argv.slice(2)
const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL })
await client.connect()
const decision = await recordImportDecision({ client, decidedBy: 1, explanation: 'A test.' })
process.send?.('ready')
await once(process, 'message')

let state = Number(seed)
/** The same seed gives the same batches. */
const upTo = (most: number): number => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
  return 1 + ((state >>> 8) % most)
}

for (let done = 0; done < Number(count);) {
  const size = Math.min(upTo(24), Number(count) - done)
  const rows = Array.from({ length: size }, (_x, index) => {
    const id = Number(first) + done + index
    const vi = { title: `Tin số ${id}`, slug: `tin-so-${id}`, lead: 'Một tin để đo.', category: 1 }
    const body = JSON.stringify({ collection: 'articles', id, locales: { vi }, log, v: 1 })
    return { log, collection: 'articles', docId: id, body }
  })
  await client.query('begin')
  await importReleases({ client, decision, rows })
  await client.query('commit')
  done += size
}
await client.end()
process.exit(0)
