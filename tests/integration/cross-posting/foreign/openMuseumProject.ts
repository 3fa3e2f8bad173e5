import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import { Logger, runOnce } from 'graphile-worker'
import { createLocalReq, getPayload } from 'payload'
import type { PayloadRequest } from 'payload'
import pg from 'pg'
import { pino } from 'pino'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { keyIdOf, rawPublicKey } from '#kit/signingKey.ts'
import { installTables as installExchange } from '#plugins/cross-posting/index.ts'
import { tasks } from '#plugins/cross-posting/jobs/index.ts'
import { createFeeds } from '#plugins/cross-posting/server.ts'
import { installTables as installBoards } from '#plugins/editorial-board/install/installTables.ts'
import { tasks as boardTasks } from '#plugins/editorial-board/jobs/index.ts'
import { approve, foundBoards, submitForReview } from '#plugins/editorial-board/index.ts'
import { verifyGuard } from '#plugins/release-log/index.ts'
import { paragraph } from '#tests/support/newsroom.ts'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import { openPool } from '#tests/support/openPool.ts'
import { folders } from './museumExchange.ts'
import { museumProject } from './museumProject.ts'

export type Museum = 'north' | 'south'

/** Two museums on an empty database, set up as the plugin's README says, with their feeds over HTTP. */
export const openMuseumProject = async () => {
  const database = await createTestDatabase('template0')
  const mediaDir = await mkdtemp(path.join(tmpdir(), 'exchange-'))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signer = {
    keyId: keyIdOf(rawPublicKey(publicKey)),
    sign: (bytes: Uint8Array) => Promise.resolve(sign(null, bytes, privateKey).toString('base64')),
  }
  const museums: readonly Museum[] = ['north', 'south']
  const url = database.ownerUrl
  const config = await museumProject({
    url,
    mediaDir,
    museums,
    signer: () => Promise.resolve(signer),
  })
  const payload = await getPayload({ config, disableOnInit: true })
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await installBoards({ payload, client, connectionString: url })
  for (const turn of ['first', 'again']) {
    await installExchange(client).catch((cause: unknown) => {
      throw new Error(`tables of cross-posting, ${turn}`, { cause })
    })
  }
  await verifyGuard(payload, client as unknown as pg.Pool)

  const owner = openPool(url, 4)
  const reader = openPool(database.appUrl, 2)
  const web = createServer(
    express().use(
      createFeeds({
        pool: reader,
        publicUrl: 'http://museums.example',
        collections: ['exhibits'],
        folders,
      }),
    ),
  )
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  const { port } = web.address() as AddressInfo

  const create = async (collection: string, data: object): Promise<number> => {
    const { id } = await payload.create({
      collection: collection as 'users', // the types of this repository do not know the museums' collections
      data: data as never,
      overrideAccess: true,
      depth: 0,
    })
    return id
  }
  const requestOf = (id: number): Promise<PayloadRequest> =>
    createLocalReq({ user: { id, collection: 'people' } as never }, payload)
  const appoint = async (board: Museum, role: 'head' | 'editor'): Promise<number> => {
    const fullName = `${role} ${board}`
    const email = `${role}-${board}@museum.example`
    const person = await create('people', { email, password: 'Mat-khau-1', fullName })
    await foundBoards({
      client,
      signer,
      appointments: [{ board, person, role, startsOn: '2020-01-01', document: '1' }],
    })
    return person
  }
  const hall = await create('rooms', { name: 'Sảnh' })
  const ids = new Map<Museum, number>()
  const heads = new Map<Museum, number>()
  const editors = new Map<Museum, number>()
  for (const short of museums) {
    ids.set(short, await create('museums', { short, title: `Bảo tàng ${short}` }))
    heads.set(short, await appoint(short, 'head'))
    editors.set(short, await appoint(short, 'editor'))
  }
  const head = (museum: Museum) => requestOf(heads.get(museum) ?? 0)
  const editor = (museum: Museum) => requestOf(editors.get(museum) ?? 0)
  const context = {
    payload,
    pool: owner,
    env: readRuntimeEnv({ ...process.env, PAYLOAD_SECRET: 'a museum', DATABASE_URL: url }),
    logger: pino({ level: 'silent' }),
    now: () => new Date(),
  }

  return {
    client,
    head,
    editor,
    stranger: async () =>
      requestOf(
        await create('people', {
          email: 'guest@museum.example',
          password: 'Mat-khau-1',
          fullName: 'Khách',
        }),
      ),
    /** An exhibit of a museum, written and decided there. */
    show: async (museum: Museum, heading: string, genre: string): Promise<number> => {
      const { id } = await payload.create({
        collection: 'exhibits' as 'articles', // likewise
        data: {
          heading,
          address: heading.toLowerCase().replaceAll(' ', '-'),
          text: paragraph(`Về ${heading}.`),
          museum: ids.get(museum),
          room: hall,
          genre,
        } as never,
        draft: true,
        overrideAccess: true,
        depth: 0,
        req: await editor(museum),
      })
      const now = new Date()
      const target = { collection: 'exhibits', id, now }
      const { submissionId } = await submitForReview({ req: await editor(museum), ...target })
      const done = await approve({ req: await head(museum), submissionId, now })
      if (done.outcome !== 'released') throw new Error(done.outcome)
      return id
    },
    /** Does all work that is due. */
    work: async () => {
      const taskList = { ...boardTasks(context), ...tasks(context) }
      await runOnce({
        pgPool: owner,
        taskList,
        noHandleSignals: true,
        concurrency: 2,
        logger: new Logger(() => () => undefined),
      })
    },
    feed: async (museum: Museum) => {
      const answer = await fetch(`http://127.0.0.1:${port}/feeds/${museum}`)
      return (await answer.json()) as {
        site: string
        items: {
          seq: number
          kind: string
          title: string | null
          url: string | null
          canonicalUrl: string | null
          hops: string[]
          attribution: { sourceAgency: string | null } | null
          reasonCode: string | null
          body: string | null
          sha256: string | null
        }[]
      }
    },
    stop: async () => {
      web.closeAllConnections()
      web.close()
      await client.end()
      await owner.end()
      await reader.end()
      const { pool } = payload.db as unknown as {
        pool: { on: (event: string, listener: () => void) => void }
      } // not in the adapter's base type
      pool.on('error', () => undefined)
      await payload.destroy()
      await database.drop()
      await rm(mediaDir, { recursive: true, force: true })
    },
  }
}

export type MuseumProject = Awaited<ReturnType<typeof openMuseumProject>>
