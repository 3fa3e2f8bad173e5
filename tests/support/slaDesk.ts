import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { runOnce, Logger } from 'graphile-worker'
import type { ParsedMail } from 'mailparser'
import type pg from 'pg'
import { pino } from 'pino'
import type { JobContext } from '#kit/jobContext.ts'
import { createSendMail } from '#kit/mail/sendMail.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { tasks } from '#plugins/update-sla/jobs/index.ts'
import { acknowledgePages } from '#plugins/update-sla/server.ts'
import { appoint } from './appoint.ts'
import { bootPayload } from './bootPayload.ts'
import type { BootedPayload } from './bootPayload.ts'
import { password } from './newsroom.ts'
import { startSmtp } from './startSmtp.ts'
import { skipWaiting } from './skipWaiting.ts'
import type { TestSmtp } from './startSmtp.ts'
import { openPool } from './openPool.ts'

/** A city with sites, people and a mail server, whose clocks tick when a test says so. */
export type SlaDesk = {
  app: BootedPayload
  smtp: TestSmtp
  owner: pg.Pool
  pools: readonly pg.Pool[]
  /** Where the pages of links in mails are served. */
  url: string
  site: (code: string, kind?: 'city' | 'component') => Promise<void>
  person: (options: {
    email: string
    site?: string
    role?: 'head' | 'editor'
    language?: 'vi' | 'en'
    isOperator?: boolean
  }) => Promise<number>
  /** A release by a person's decision, written as the owner would find it in the log. */
  release: (log: string, instant: string) => Promise<void>
  /** Ticks at an instant in two workers at once, and sends; unless told otherwise the last tick was a minute before. */
  tick: (instant: string, options?: { isAfterOutage?: boolean }) => Promise<void>
  /** Works off what is due, in two workers at once. */
  work: () => Promise<void>
  /** Brings forward what waits for another try. */
  skipWaiting: () => Promise<void>
  /** Mails to an address since the last call. */
  mailsTo: (email: string) => ParsedMail[]
  stop: () => Promise<void>
}

/** Opens it; `environment` is that of the process. */
export const openSlaDesk = async (environment: Record<string, string> = {}): Promise<SlaDesk> => {
  const smtp = await startSmtp()
  const pages = express()
  const server = createServer(pages)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const app = await bootPayload({ PUBLIC_URL: url, ...environment })
  const poolOf = (connectionString: string) => {
    const made = openPool(connectionString, 4)
    return made
  }
  const owner = poolOf(app.ownerUrl)
  const pools = [poolOf(app.appUrl), poolOf(app.appUrl)]
  const env = readRuntimeEnv({ ...process.env, SMTP_URL: smtp.url, OPS_MAIL: 'ops@coloa.example' })
  let clock = new Date()
  pages.use(acknowledgePages({ pool: pools[0] ?? owner, env, now: () => clock }))
  const contextOf = (pool: pg.Pool): JobContext => ({
    payload: app.payload,
    pool,
    env,
    logger: pino({ level: 'silent' }),
    now: () => clock,
  })
  const read = new Map<string, number>()

  const work = async () => {
    await Promise.all(
      pools.map((pool) => {
        const { updateSlaPostWebhook, updateSlaPingHeartbeat } = tasks(contextOf(pool))
        return runOnce({
          pgPool: pool,
          taskList: {
            sendMail: createSendMail(contextOf(pool)),
            ...(updateSlaPostWebhook ? { updateSlaPostWebhook } : {}),
            ...(updateSlaPingHeartbeat ? { updateSlaPingHeartbeat } : {}),
          },
          noHandleSignals: true,
          logger: new Logger(() => () => undefined),
        })
      }),
    )
  }
  return {
    app,
    smtp,
    owner,
    pools,
    url,
    work,
    site: async (code, kind = 'component') => {
      await app.payload.create({
        collection: 'sites',
        data: {
          code,
          name: kind === 'city' ? 'Cổng Thành phố' : `Xã ${code}`,
          kind,
          hosting: 'here',
          languages: ['vi'],
        },
        overrideAccess: true,
        depth: 0,
      })
    },
    person: async ({ email, site, role = 'editor', language = 'vi', isOperator = false }) => {
      const user = await app.payload.create({
        collection: 'users',
        data: {
          email,
          password,
          fullName: `Người ${email}`,
          isActive: true,
          preferredLocale: language,
          ...(isOperator ? { roles: ['operator' as const] } : {}),
        },
        overrideAccess: true,
        depth: 0,
      })
      if (site) await appoint({ board: site, person: user.id, role })
      return user.id
    },
    release: async (log, instant) => {
      await owner.query(
        `with d as (
           insert into release.decisions (id, log, collection, doc_id, kind, decided_by, capacity)
           values (gen_random_uuid(), $1, 'articles', 1, 'publish', 1, 'import') returning id),
         q as (insert into release.site_sequences as q (log, seq) values ($1, 1)
           on conflict (log) do update set seq = q.seq + 1 returning seq)
         insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, is_import, released_at)
         select $1, q.seq, 'articles', 1, 'publish', 'x', b.body, encode(sha256(convert_to(b.body, 'UTF8')), 'hex'), d.id, false, $2
         from d, q, (select '{"v":1}' as body) b`,
        [log, instant],
      )
    },
    tick: async (instant, { isAfterOutage = false } = {}) => {
      clock = new Date(instant)
      if (!isAfterOutage)
        await owner.query(
          `update sla.telling_state set ran_at = $1::timestamptz - interval '1 min'`,
          [clock],
        )
      await Promise.all(
        pools.map(async (pool) => {
          await tasks(contextOf(pool)).updateSlaTick?.({}, {} as never) // the task uses no helper
        }),
      )
      await work()
    },
    skipWaiting: () => skipWaiting(owner),
    mailsTo: (email) => {
      const all = smtp.mails.filter((mail) => addressesOf(mail).includes(email))
      const fresh = all.slice(read.get(email) ?? 0)
      read.set(email, all.length)
      return fresh
    },
    stop: async () => {
      await Promise.all([owner, ...pools].map((pool) => pool.end()))
      server.close()
      await smtp.stop()
      await app.stop()
    },
  }
}

const addressesOf = (mail: ParsedMail): string[] =>
  [mail.to ?? []]
    .flat()
    .flatMap((one) => one.value)
    .map((one) => one.address ?? '')
