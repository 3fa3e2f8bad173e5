import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker'
import { Logger as WorkerLogger, run } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'

/**
 * That a job has ended is noted by the library's batcher: an error there ends the pool of jobs in order, where without it a
 * connection lost at that moment ends the process.
 */
export const notesEndsInOrder = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

const BEGIN_AGAIN_MS = 1000
/** The library's exit code when the schema of the queue is newer than this program. */
const SCHEMA_TOO_NEW = 57

/**
 * Takes and runs jobs until told to stop. Where the end of a job could not be noted, as when its connection was lost, the
 * library gives the whole pool of jobs up: another one begins, and the old one ends what it holds.
 *
 * @param options.concurrency jobs at once
 * @returns `ids` of the pools that live, or lived to the end, as they stand in a job's `locked_by`; `stop` hands unfinished jobs back
 */
export const runJobs = async (options: {
  context: JobContext
  taskList: TaskList
  concurrency: number
}): Promise<{ ids: () => readonly string[]; stop: () => Promise<void> }> => {
  const { context, taskList, concurrency } = options
  const living = new Set<string>()
  const runners = new Set<Runner>()
  const beginning = new Set<Promise<void>>()
  let isOver = false
  const begin = async () => {
    const events = new EventEmitter() as WorkerEvents // Node's emitter, with the worker's own events
    events.on('pool:create', ({ workerPool }) => living.add(workerPool.id))
    events.on('pool:release', ({ workerPool }) => {
      if (!isOver) living.delete(workerPool.id)
    })
    events.on('pool:gracefulShutdown', () => {
      if (isOver) return
      const work = beginAgain().finally(() => beginning.delete(work))
      beginning.add(work)
    })
    const runner = await run({
      events,
      pgPool: context.pool,
      taskList,
      concurrency,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: workerLogger(context),
      preset: notesEndsInOrder,
    })
    runners.add(runner)
    const forget = () => void runners.delete(runner)
    runner.promise.then(forget, forget)
    if (isOver) await runner.stop()
  }
  const beginAgain = async () => {
    context.logger.error('worker: the pool of jobs gave up; another one begins')
    for (;;) {
      await pause(BEGIN_AGAIN_MS)
      if (isOver) return
      if (process.exitCode === SCHEMA_TOO_NEW) {
        context.logger.fatal('worker: the queue belongs to a newer version; this process ends')
        process.kill(process.pid, 'SIGTERM') // whatever it serves is drained first
        return
      }
      try {
        return await begin()
      } catch (error) {
        context.logger.error({ err: error }, 'worker: no pool of jobs could begin')
      }
    }
  }
  await begin()
  return {
    ids: () => [...living],
    stop: async () => {
      isOver = true
      await Promise.all([...runners].map(stopped))
      await Promise.all(beginning)
    },
  }
}

/** One that stops by itself already refuses to be told so, and is waited for. */
const stopped = (runner: Runner) => runner.stop().catch(() => runner.promise.catch(() => undefined))

const workerLogger = (context: JobContext) =>
  new WorkerLogger(() => (level, message, meta) => {
    const line = meta?.error ? { err: meta.error as unknown } : {}
    if (level === 'error') context.logger.error(line, `worker: ${message}`)
    else if (level === 'warning') context.logger.warn(line, `worker: ${message}`)
    else context.logger.debug(line, `worker: ${message}`)
  })
