import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createPool } from '#kit/pool.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { runJobs } from '#src/worker/runJobs.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openPool } from '#tests/support/openPool.ts'

let app: BootedPayload
let owner: pg.Pool
let pool: pg.Pool
let superuser: pg.Client

beforeAll(async () => {
  app = await bootPayload()
  owner = openPool(app.ownerUrl, 3)
  superuser = new pg.Client({ connectionString: inject('postgres').superUrl })
  await superuser.connect()
  pool = createPool({ connectionString: app.appUrl, name: 'worker' })
})
afterAll(async () => {
  await pool?.end()
  await superuser?.end()
  await owner?.end()
  await app?.stop()
})

const jobs = async () => {
  const { rows } = await owner.query<{ locked_by: string | null }>(
    `select locked_by from graphile_worker._private_jobs`,
  )
  return rows.map((one) => one.locked_by)
}

/** Cuts the connection that waits to write down how the job ended. */
const cutTheNote = async () => {
  const { rowCount } = await superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = $1 and wait_event_type = 'Lock' and query ilike '%graphile_worker%_private_jobs%'`,
    [new URL(app.appUrl).pathname.slice(1)],
  )
  return rowCount ?? 0
}

test.each([
  ['that it succeeded', false],
  ['that it failed', true],
])(
  'a connection lost while a job notes %s: the worker goes on with other jobs',
  async (_title, isFailing) => {
    let runs = 0
    const holder = await owner.connect()
    const worker = await runJobs({
      context: {
        payload: app.payload,
        pool,
        env: readRuntimeEnv(process.env),
        logger: pino({ level: 'silent' }),
        now: () => new Date(),
      },
      taskList: {
        fragile: async () => {
          runs += 1
          if (runs > 1) return
          await holder.query('begin; select from graphile_worker._private_jobs for update')
          if (isFailing) throw new Error('not today')
        },
        later: () => {
          runs += 10
        },
      },
      concurrency: 2,
    })
    const [first] = worker.ids()
    await owner.query(`select graphile_worker.add_job('fragile')`)
    await expect.poll(cutTheNote, { timeout: 10_000 }).toBe(1)
    await holder.query('rollback')
    holder.release()
    await expect.poll(() => worker.ids(), { timeout: 10_000 }).not.toContain(first)
    await expect.poll(() => worker.ids(), { timeout: 10_000 }).toHaveLength(1)
    // What the lost pool held is still locked in its name, so that whoever watches workers frees it.
    expect(await jobs()).toEqual([first])
    await owner.query(`select graphile_worker.force_unlock_workers(array[$1])`, [first])
    await owner.query(`select graphile_worker.add_job('later')`)
    await expect.poll(() => runs, { timeout: 10_000 }).toBe(12)
    await worker.stop()
    expect(await jobs()).toEqual([])
  },
)
