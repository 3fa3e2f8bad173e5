import type { TaskList } from 'graphile-worker'
import nodeCron from 'node-cron'
import type { JobContext } from '#kit/jobContext.ts'
import { runJobs } from './runJobs.ts'
import { watchWorkers } from './watchWorkers.ts'

/** What a plugin brings to the worker. */
export type PluginJobs = {
  tasks: (context: JobContext) => TaskList
  /** Tasks to be run each minute, once among all processes. */
  ticks: readonly string[]
  /** Begins what runs besides jobs, such as a connection; returns how to end it. */
  start?: (context: JobContext) => Promise<() => Promise<void>>
}

/**
 * Runs background work in this process: takes jobs, and wakes the minute tick. Ten processes tick as safely as one: each
 * enqueues the same job under the same key.
 *
 * @param options.concurrency jobs at once
 * @returns a function that hands unfinished jobs back and ends
 */
export const startWorker = async (options: {
  context: JobContext
  plugins: readonly PluginJobs[]
  concurrency?: number
}): Promise<() => Promise<void>> => {
  const { context, plugins } = options
  const taskList: TaskList = Object.assign(
    {},
    ...plugins.map((one) => one.tasks(context)),
  ) as TaskList // merged task lists
  const ticks = plugins.flatMap((one) => one.ticks)
  const ends: (() => Promise<void>)[] = []
  for (const one of plugins) {
    if (one.start) ends.push(await one.start(context))
  }
  const jobs = await runJobs({ context, taskList, concurrency: options.concurrency ?? 8 })
  const tick = () => enqueueTicks(context, ticks)
  ends.push(watchWorkers({ pool: context.pool, logger: context.logger, ids: jobs.ids }))
  const cron = nodeCron.schedule('* * * * *', tick, { name: 'tick', noOverlap: true })
  await tick()
  return async () => {
    await cron.stop()
    await jobs.stop()
    for (const end of ends.reverse()) await end()
  }
}

/** One job a minute and tick, whoever enqueues it; also the sign that this process's clock ticks. */
const enqueueTicks = async (context: JobContext, ticks: readonly string[]) => {
  const minute = Math.floor(context.now().getTime() / 60_000)
  try {
    for (const name of ticks) {
      await context.pool.query(
        `select graphile_worker.add_job($1, payload := json_build_object('minute', $2::bigint), job_key := $3, max_attempts := 3)`,
        [name, minute, `${name}:${minute}`],
      )
    }
    await context.pool.query(
      `insert into web.heartbeats (name, at) values ($1, now()) on conflict (name) do update set at = excluded.at`,
      ['ticker'],
    )
  } catch (error) {
    context.logger.error({ err: error }, 'worker: the tick could not be enqueued')
  }
}
