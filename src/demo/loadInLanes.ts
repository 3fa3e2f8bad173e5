import { availableParallelism } from 'node:os'
import pg from 'pg'
import type { Planned } from './planArticles.ts'
import type { Publication, Publish } from './publisher.ts'

const CHUNK = 1000

type Chunk = {
  planned: readonly Planned[]
  /** Goes on with the site the chunk before it ended in. */
  isContinued: boolean
}

/**
 * Writes and stores many articles over several connections, a transaction a chunk: while the database works for one lane,
 * articles are written for the next. Chunks end with a site where they can; those of one site follow each other, so that
 * its numbers follow time. Articles are written in the plan's order whatever the lanes do: the same seed, the same city.
 */
export const loadInLanes = async (args: {
  connectionString: string
  plan: readonly Planned[]
  write: (planned: Planned) => Publication
  publisherOn: (client: pg.ClientBase) => Publish
}): Promise<void> => {
  const chunks = cutAtSites(args.plan)
  let before = Promise.resolve()
  const lane = async () => {
    const client = new pg.Client({ connectionString: args.connectionString })
    await client.connect()
    try {
      await client.query(bulkSettings)
      for (const chunk of chunks) {
        const documents = chunk.planned.map(args.write)
        const turn = chunk.isContinued ? before : Promise.resolve()
        const work = turn.then(async () => {
          await client.query('begin')
          await args.publisherOn(client)('articles', documents)
          await client.query('commit')
        })
        before = work
        await work
      }
    } catch (error) {
      chunks.return(undefined) // the other lanes end what they began
      throw error
    } finally {
      await client.end()
    }
  }
  const lanes = Array.from({ length: availableParallelism() + 1 }, lane)
  const failed = (await Promise.allSettled(lanes)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

/** Search indexes take new words in large batches; nothing is compiled just in time. */
export const bulkSettings =
  "set gin_pending_list_limit = '64MB'; set jit = off; set work_mem = '128MB'"

function* cutAtSites(plan: readonly Planned[]): Generator<Chunk, undefined> {
  let from = 0
  let isContinued = false
  while (from < plan.length) {
    const full = Math.min(from + CHUNK, plan.length)
    let to = full
    while (to < plan.length && to > from && plan[to]?.place === plan[to - 1]?.place) to -= 1
    const isCut = to === from
    if (isCut) to = full
    yield { planned: plan.slice(from, to), isContinued }
    isContinued = isCut && plan[to]?.place === plan[to - 1]?.place
    from = to
  }
  return undefined
}
