import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { getPayload } from 'payload'
import pg from 'pg'
import { settleImport } from '#plugins/release-log/index.ts'
import { readRuntimeEnv } from '../kit/runtimeEnv.ts'
import { loadCity } from './loadCity.ts'
import type { Progress } from './loadCity.ts'
import { bulkSettings, loadInLanes } from './loadInLanes.ts'
import { writeLogins } from './logins.ts'
import { readSize } from './options.ts'
import { planArticles, writeArticle } from './planArticles.ts'
import { publisher } from './publisher.ts'
import { stageDesk } from './stageDesk.ts'
import { uploadPictures } from './pictures/uploadPictures.ts'
import { createRandom } from './random.ts'

/** What a seed did. */
export type Seeded = { isSeeded: boolean; seconds: number; loginsFile?: string }

const SEED_LOCK = 0x436f_4c70

/**
 * Fills an empty database with a city like Hanoi; does nothing when there are units in it. All rows of the demo are one
 * transaction: an interrupted run leaves nothing but pictures, which the next run uses again. The articles of a city for
 * measurements follow in transactions of their own; a run that ended among them is told of at the next.
 */
export const seed = async (options: {
  size: string
  now: Date
  seed?: string
  say: (line: string) => void
  progress: Progress
}): Promise<Seeded> => {
  const started = Date.now()
  const env = readRuntimeEnv(process.env)
  const size = readSize(options.size)
  const { default: config } = await import('#payload-config')
  const payload = await getPayload({ config })
  const client = new pg.Client({ connectionString: env.databaseOwnerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [SEED_LOCK])
    const { rows } = await client.query('select from public.units limit 1')
    if (rows.length > 0) {
      await tellOfMissing(client, options.say)
      return { isSeeded: false, seconds: 0 }
    }
    options.progress.start('Tranh minh họa', 36)
    let drawn = 0
    const pictures = await uploadPictures({
      payload,
      mediaDir: env.mediaDir,
      onDone: (done) => {
        options.progress.advance(done - drawn)
        drawn = done
      },
    })
    const { progress } = options
    const random = createRandom(options.seed ?? 'coloa')
    const loading = { client, payload, now: options.now, random }
    await client.query(bulkSettings)
    await client.query('begin')
    const city = await loadCity({ loading, size, pictures, progress })
    const { registry, waiting } = city
    const loginsFile = await writeLogins(env.dataDir, registry.logins)
    await client.query('commit')
    if (!size.isDemo) {
      const plan = planArticles(loading, registry.places, size)
      progress.start('Tin, bài', plan.length)
      await loadInLanes({
        connectionString: env.databaseOwnerUrl,
        plan,
        write: (planned) => writeArticle(loading, city.world, planned),
        publisherOn: (lane) =>
          publisher({
            client: lane,
            payload,
            decisionId: city.decisionId,
            pictures,
            onDone: (count) => progress.advance(count),
          }),
      })
    }
    progress.start('Chỉ mục tìm kiếm, thống kê', 1)
    await settleImport({ client })
    await client.query('analyze')
    progress.advance(1)
    if (size.isDemo)
      await stageDesk({
        payload,
        client,
        waiting,
        headId: registry.headId,
        people: registry.people,
        now: options.now,
      }).catch((error: unknown) =>
        options.say(`The city stands, but its review desk is empty: ${String(error)}`),
      )
    return { isSeeded: true, seconds: (Date.now() - started) / 1000, loginsFile }
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection may be gone
    throw error
  } finally {
    await client.end().catch(() => undefined) // likewise
  }
}

const tellOfMissing = async (client: pg.Client, say: (line: string) => void) => {
  const { rows } = await client.query<{ planned: number; stored: number }>(
    `select (regexp_match(d.explanation, '(\\d+) tin, bài'))[1]::int as planned,
       (select count(*)::int from release.releases r where r.decision_id = d.id and r.collection = 'articles') as stored
     from release.decisions d where d.capacity = 'import' and d.explanation ~ '\\d+ tin, bài'`,
  )
  for (const { planned, stored } of rows) {
    if (stored >= planned) continue
    say(
      `Only ${stored} of ${planned} articles are here: the load was interrupted. Start over with: npm start -- --fresh`,
    )
  }
}

/** A bar on a terminal, plain lines elsewhere. */
export const showProgress = (isTerminal: boolean, write: (line: string) => void): Progress => {
  let bar: SingleBar | undefined
  let name = ''
  let done = 0
  let total = 0
  const finish = () => bar?.stop()
  return {
    start: (nextName, nextTotal) => {
      finish()
      bar = undefined
      name = nextName
      total = nextTotal
      done = 0
      if (!isTerminal) return
      bar = new SingleBar({ format: '  {name} [{bar}] {value}/{total}', hideCursor: true })
      bar.start(total, 0, { name })
    },
    advance: (count) => {
      const before = Math.floor((done * 10) / total)
      done += count
      bar?.update(done)
      if (done >= total) finish()
      if (!isTerminal && (done >= total || Math.floor((done * 10) / total) > before)) {
        write(`  ${name}: ${done}/${total}`)
      }
    },
  }
}

if (process.argv[1] === import.meta.filename) {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  try {
    const { values } = parseArgs({
      options: { size: { type: 'string', default: 'demo' }, seed: { type: 'string' } },
    })
    const done = await seed({
      size: values.size,
      ...(values.seed === undefined ? {} : { seed: values.seed }),
      now: new Date(),
      say,
      progress: showProgress(process.stdout.isTTY, say),
    })
    say(
      done.isSeeded
        ? `Demo city ready after ${done.seconds.toFixed(1)} s. Log-ins: ${done.loginsFile ?? ''}`
        : 'The database already holds a city: nothing done. Start over with: npm start -- --fresh',
    )
    process.exit(0)
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    )
    process.stderr.write('Nothing was stored. Run the same command again.\n')
    process.exit(1)
  }
}
