import { runOnce } from 'graphile-worker'
import type { Pool } from 'pg'
import { pino } from 'pino'
import type { JobContext } from '#kit/jobContext.ts'
import { createPool } from '#kit/pool.ts'
import { createSendMail } from '#kit/mail/sendMail.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { tasks } from '#plugins/editorial-board/jobs/index.ts'
import { startSmtp } from '#tests/support/startSmtp.ts'
import { openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

/** Boards with two workers whose clock the test sets, and a real mail server. */
export const openNotices = async () => {
  const boards = await openBoards()
  const smtp = await startSmtp()
  const { connectionString = '' } = boards.app.options as { connectionString?: string }
  const pools = [1, 2].map((n) => createPool({ connectionString, max: 4, name: `worker ${n}` }))
  const contextOf = (pool: Pool, now?: string, smtpUrl = smtp.url): JobContext => ({
    payload: boards.payload,
    pool,
    env: readRuntimeEnv({ ...process.env, SMTP_URL: smtpUrl, PUBLIC_URL: 'https://coloa.example' }),
    logger: pino({ level: 'silent' }),
    now: () => (now ? new Date(now) : new Date()),
  })

  const untried = async (): Promise<number> => {
    const { rowCount } = await boards.owner.query(
      'select from graphile_worker.jobs where attempts = 0 and run_at <= now()',
    )
    return rowCount ?? 0
  }
  return {
    ...boards,
    smtp,
    contextOf,
    pool: pools[0] as Pool,
    /** Both workers take whatever is queued, at once. */
    work: async (at: { now?: string; smtpUrl?: string } = {}) => {
      // One turn leads to the next: acts to notices, notices to mails. A slow machine may need another.
      for (let turn = 0; turn < 2 || (turn < 10 && (await untried()) > 0); turn += 1)
        await Promise.all(
          pools.map((pool) => {
            const context = contextOf(pool, at.now, at.smtpUrl)
            const taskList = { ...tasks(context), sendMail: createSendMail(context) }
            return runOnce({ pgPool: pool, taskList, noHandleSignals: true, logger: silent })
          }),
        )
      const { rows } = await boards.owner.query<{ last_error: string }>(
        `select last_error from graphile_worker._private_jobs where last_error is not null`,
      )
      return rows.map((row) => row.last_error)
    },
    /** Both workers run one of the minute's tasks at once. */
    tick: async (
      task: 'CarryOutDecided' | 'WarnOfDueSteps' | 'EscalateEmergencies' | 'SendDigest',
      now?: string,
    ) => {
      await Promise.all(
        pools.map(async (pool) => {
          await tasks(contextOf(pool, now))[`editorialBoard${task}`]?.({}, {} as never) // the tasks use no helper
        }),
      )
    },
    /** Who was told of a kind so far, in the order of their ids. */
    toldOf: async (kind: string, title: string): Promise<number[]> => {
      const { rows } = await boards.owner.query<{ person: number }>(
        'select person from editorial.notices where kind = $1 and title = $2 order by person, id',
        [kind, title],
      )
      return rows.map((row) => row.person)
    },
    noticesOf: async (who: Person) => {
      const { body } = await boards.call('GET', '/editorial-board/notices', who)
      return body as {
        notices: {
          id: number
          kind: string
          title: string
          readAt: string | null
          settledAt: string | null
        }[]
        unread: number
      }
    },
    stop: async () => {
      await Promise.all(pools.map((pool) => pool.end()))
      await smtp.stop()
      await boards.stop()
    },
  }
}

/** The ids of people, in order. */
export const ids = (...people: Person[]): number[] =>
  people.map((one) => one.id).sort((a, b) => a - b)

const nothing = () => undefined
const silent = new (await import('graphile-worker')).Logger(() => nothing)
