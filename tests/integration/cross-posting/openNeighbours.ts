import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { runOnce } from 'graphile-worker'
import type { TaskList } from 'graphile-worker'
import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { pino } from 'pino'
import { approve, grantConsent, submitForReview } from '#plugins/editorial-board/index.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { notesEndsInOrder } from '#src/worker/runJobs.ts'
import { appoint } from '#tests/support/appoint.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom, paragraph, password } from '#tests/support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'

/** The city and component sites with boards of their own, the worker's tasks, and the feed over HTTP. */
export const openNeighbours = async (...components: string[]) => {
  const booted = await bootPayload()
  const { payload } = booted
  await payload.create({
    collection: 'users',
    data: { email: 'first@coloa.example', password, fullName: 'Quản trị', isActive: true },
    overrideAccess: true,
    depth: 0,
  })
  const rooms = new Map([['ha-noi', await openNewsroom(payload)]])
  for (const code of components) rooms.set(code, await openNewsroom(payload, code))
  const pool = openPool(booted.appUrl, 8)
  const owner = openPool(booted.ownerUrl, 2)
  const { pluginJobs } = await import('#src/worker/pluginJobs.ts')
  const { createFeeds } = await import('#plugins/cross-posting/server.ts')
  const context = {
    payload,
    pool,
    env: readRuntimeEnv(process.env),
    logger: pino({ level: 'silent' }),
    now: () => new Date(),
  }
  const web = http.createServer(
    express().use(
      createFeeds({ pool, publicUrl: 'http://hub.test', collections: ['articles', 'documents'] }),
    ),
  )
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done))
  const { port } = web.address() as AddressInfo

  const room = (code: string) => {
    const found = rooms.get(code)
    if (!found) throw new Error(`no newsroom ${code}`)
    return found
  }
  const rows = async <T extends object>(text: string, ...values: unknown[]): Promise<T[]> =>
    (await owner.query<T>(text, values)).rows
  /** The newest of a log's proposals of an origin's document. */
  const proposalsOf = (log: string) =>
    rows<{
      id: string
      state: string
      seq: number
      doc: number | null
      reason: string
      hash: string
    }>(
      `select id, state, origin_seq::int as seq, doc_id as doc, reason, sha256 as hash from cross_posting.proposals
       where log = $1 order by offered_at, id`,
      log,
    )

  /** A component site that is run elsewhere. */
  const enterOutside = (code: string, name: string) =>
    payload.create({
      collection: 'sites',
      data: {
        code,
        name,
        kind: 'component',
        hosting: 'external',
        languages: ['vi'],
        isActive: true,
      },
      overrideAccess: true,
      depth: 0,
    })

  return {
    booted,
    payload,
    pool,
    owner,
    room,
    enterOutside,
    rows,
    proposalsOf,
    head: (code: string): Promise<PayloadRequest> => room(code).request(),
    /** Does all work that is due, as two workers do; or that of one task. */
    work: async (only?: string) => {
      const tasks = Object.assign({}, ...pluginJobs.map((one) => one.tasks(context))) as TaskList
      const taskList = only
        ? Object.fromEntries(Object.entries(tasks).filter(([name]) => name === only))
        : tasks
      const one = () =>
        runOnce({
          pgPool: pool,
          taskList,
          noHandleSignals: true,
          concurrency: 3,
          preset: notesEndsInOrder,
        })
      await Promise.all([one(), one()])
    },
    /** Somebody with a role on a board. */
    person: async (
      code: string,
      role: 'editor' | 'deputy' | 'member' | 'collaborator',
      more: Record<string, unknown> = {},
    ): Promise<PayloadRequest> => {
      const user = await payload.create({
        collection: 'users',
        data: {
          email: `${role}-${code}@coloa.example`,
          password,
          fullName: `${role} ${code}`,
          isActive: true,
          ...more,
        },
        overrideAccess: true,
        depth: 0,
      })
      await appoint({ board: code, person: user.id, role })
      return createLocalReq({ user: { ...user, collection: 'users' } as never }, payload) // a user as the session gives it
    },
    consent: async (log: string, more: Record<string, unknown> = {}) =>
      grantConsent({
        req: await room(log).request(),
        consent: {
          log,
          sourceLog: 'ha-noi',
          collections: null,
          categories: null,
          mayPublish: true,
          mayUpdate: true,
          startsOn: '2020-01-01',
          endsOn: '2099-12-31',
          document: '5/NQ-BBT',
          ...more,
        },
      }),
    /** Writes new words into a document's draft, by the hand of `req`. */
    edit: (req: PayloadRequest, id: number, title: string, text = `Nội dung của ${title}.`) =>
      payload.update({
        collection: 'articles',
        id,
        draft: true,
        data: { title, body: paragraph(text) as never }, // lexical's own type is wider than ours
        req,
        overrideAccess: false,
        depth: 0,
      }),
    submit: (req: PayloadRequest, id: number) =>
      submitForReview({ req, collection: 'articles', id, now: new Date() }),
    approve: (req: PayloadRequest, submissionId: string) =>
      approve({ req, submissionId, now: new Date() }),
    /** What a stranger is shown of a site: titles of what is public, by document. */
    shown: async (log: string) =>
      Object.fromEntries(
        (
          await rows<{ id: number; title: string }>(
            `select doc_id as id, title from release.current_items where log = $1 and collection = 'articles' and locale = 'vi'
             order by doc_id`,
            log,
          )
        ).map(({ id, title }) => [id, title]),
      ),
    feed: async (log: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/feeds/${log}`)
      return (await answer.json()) as {
        items: { id: number; kind: string; title: string; body: string | null; sha256: string }[]
      }
    },
    stop: async () => {
      web.close()
      await pool.end()
      await owner.end()
      await booted.stop()
    },
  }
}

export type Neighbours = Awaited<ReturnType<typeof openNeighbours>>
