import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLocalReq, getPayload } from 'payload'
import type { PayloadRequest } from 'payload'
import pg from 'pg'
import { installTables } from '#plugins/editorial-board/install/installTables.ts'
import {
  approve,
  foundBoards,
  grantConsent,
  releaseEmergency,
  submitForReview,
  withdraw,
} from '#plugins/editorial-board/index.ts'
import type { Consent, Signer } from '#plugins/editorial-board/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { keyIdOf, publicKeyOf, rawPublicKey } from '#kit/signingKey.ts'
import { streamDatabase } from '#src/verifier/streamDatabase.ts'
import { verifyRecords } from '#src/verifier/verifyRecords.ts'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import { tasks } from '#plugins/editorial-board/jobs/index.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { dayFromNow } from '../openBoards.ts'
import { museumConfig } from './museumConfig.ts'

/** Museum `north` shows, `south` and `east` take in; each has a head and a writer. */
const names = ['north', 'south', 'east'] as const
export type Museum = (typeof names)[number]

/** The types of this repository do not know the museums' collections. */
const exhibits = 'exhibits' as 'articles'

/** Museums on a database of their own, with the log and the boards and nothing that copies. */
export const openMuseums = async () => {
  const database = await createTestDatabase('template0')
  const mediaDir = await mkdtemp(path.join(tmpdir(), 'museums-'))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = rawPublicKey(publicKey)
  const signer: Signer = {
    keyId: keyIdOf(raw),
    sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey).toString('base64')),
  }
  const mails: { to: string; subject: string; text: string }[] = []
  const config = await museumConfig({
    url: database.ownerUrl,
    mediaDir,
    museums: names,
    signer: () => Promise.resolve(signer),
    queueMail: (_sql, mail) => {
      mails.push({ to: mail.to.join(), subject: mail.subject, text: mail.text })
      return Promise.resolve(true)
    },
  })
  const payload = await getPayload({ config, disableOnInit: true })
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  owner.on('error', () => undefined)
  await owner.connect()
  await installTables({ payload, client: owner, connectionString: database.ownerUrl })
  const app = new pg.Client({ connectionString: database.appUrl })
  app.on('error', () => undefined)
  await app.connect()

  const pool = new pg.Pool({ connectionString: database.appUrl, max: 2 })
  pool.on('error', () => undefined)
  const create = async (collection: string, data: Record<string, unknown>): Promise<number> => {
    const { id } = await payload.create({
      collection: collection as 'users',
      data: data as never,
      overrideAccess: true,
      depth: 0,
    })
    return id
  }
  let accounts = 0
  const person = async (museum: Museum, role: 'head' | 'editor' | 'member'): Promise<number> => {
    accounts += 1
    const fullName = `Người ${accounts}`
    const email = `${accounts}@museum.example`
    const id = await create('people', { email, password: 'Mat-khau-1', fullName })
    await foundBoards({
      client: owner,
      signer,
      appointments: [{ board: museum, person: id, role, startsOn: '2020-01-01', document: '1' }],
    })
    return id
  }
  const requestOf = (id?: number): Promise<PayloadRequest> =>
    createLocalReq(
      id === undefined ? {} : { user: { id, collection: 'people' } as never }, // a user as the session gives it
      payload,
    )

  const opened = new Map<Museum, { id: number; head: number; writer: number }>()
  for (const short of names)
    opened.set(short, {
      id: await create('museums', { short }),
      head: await person(short, 'head'),
      writer: await person(short, 'editor'),
    })
  const at = (museum: Museum) => opened.get(museum) ?? { id: 0, head: 0, writer: 0 }
  const room = { hall: await create('rooms', { name: 'Sảnh' }), attic: 0 }
  room.attic = await create('rooms', { name: 'Gác' })
  let items = 0

  /** Writes into a draft; by nobody unless said otherwise. */
  const edit = async (id: number, data: Record<string, unknown>, by?: number): Promise<void> => {
    await payload.update({
      collection: exhibits,
      id,
      data: data as never,
      draft: true,
      overrideAccess: true,
      depth: 0,
      req: await requestOf(by),
    })
  }
  const draft = async (
    museum: Museum,
    data: Record<string, unknown>,
    by?: number,
  ): Promise<number> => {
    items += 1
    const made = await payload.create({
      collection: exhibits,
      data: {
        text: 'Một hiện vật.',
        room: room.hall,
        genre: 'bronze',
        address: `hien-vat-${items}`,
        museum: at(museum).id,
        ...data,
      } as never,
      draft: true,
      overrideAccess: true,
      depth: 0,
      req: await requestOf(by),
    })
    return made.id
  }
  const decide = async (museum: Museum, id: number): Promise<Release> => {
    const target = { collection: 'exhibits', id, now: new Date() }
    const { writer, head } = at(museum)
    const { submissionId } = await submitForReview({ req: await requestOf(writer), ...target })
    const done = await approve({ req: await requestOf(head), submissionId, now: new Date() })
    if (done.outcome !== 'released') throw new Error(done.outcome)
    return done.release
  }

  /** What a copy of a release says, with its origin; as whatever takes copies in writes it. */
  const copyOf = async (source: Release, hop?: Record<string, unknown>) => {
    const { rows } = await owner.query<{ locales: Record<string, Record<string, unknown>> }>(
      `select body::jsonb -> 'locales' as locales from release.releases where log = $1 and seq = $2`,
      [source.log, source.seq],
    )
    const {
      museum: _museum,
      address: _address,
      origin: _origin,
      ...said
    } = rows[0]?.locales.vi ?? {}
    const direct = {
      site: source.log,
      collection: source.collection,
      item: String(source.docId),
      seq: source.seq,
      sha256: source.sha256,
      hops: [source.log],
    }
    return { ...said, origin: hop ?? direct }
  }

  return {
    payload,
    owner,
    app,
    signer,
    mails,
    at,
    room,
    person,
    requestOf,
    draft,
    edit,
    decide,
    copyOf,
    /** An exhibit of a museum, written and decided there. */
    show: async (museum: Museum, data: Record<string, unknown> = {}): Promise<Release> =>
      decide(museum, await draft(museum, { heading: 'Trống đồng', ...data }, at(museum).writer)),
    /** A changed exhibit, decided. */
    change: async (museum: Museum, id: number, data: Record<string, unknown>) => {
      await edit(id, data, at(museum).writer)
      return decide(museum, id)
    },
    alarm: async (museum: Museum, data: Record<string, unknown> = {}): Promise<Release> =>
      releaseEmergency({
        req: await requestOf(at(museum).head),
        collection: 'exhibits',
        id: await draft(museum, { heading: 'Ngập', ...data }, at(museum).writer),
        reasonCode: 'flood',
        explanation: 'Nước lên.',
        now: new Date(),
      }),
    takeDown: async (museum: Museum, id: number): Promise<Release> =>
      withdraw({
        req: await requestOf(at(museum).head),
        collection: 'exhibits',
        id,
        type: 'error',
        explanation: 'Sai niên đại.',
      }),
    consent: async (museum: Museum, more: Partial<Consent> = {}): Promise<string> => {
      const { id } = await grantConsent({
        req: await requestOf(at(museum).head),
        consent: {
          log: museum,
          sourceLog: 'north',
          collections: null,
          categories: null,
          mayPublish: true,
          mayUpdate: true,
          startsOn: dayFromNow(0),
          endsOn: dayFromNow(30),
          document: '4/NQ',
          ...more,
        },
      })
      return id
    },
    /** Does what the worker would: tells of everything that waits to be told. */
    tellAll: async (): Promise<void> => {
      const { rows } = await owner.query<{ task: string; payload: never }>(
        `select t.identifier as task, j.payload from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
      )
      await owner.query('delete from graphile_worker._private_jobs')
      const list = tasks({
        payload,
        pool,
        env: { publicUrl: 'https://museum.example' },
        now: () => new Date(),
      } as unknown as JobContext) // what the telling of notices asks of it
      for (const { task, payload: given } of rows) await list[task]?.(given, undefined as never)
    },
    /** What the public reads of an exhibit: its heading, or null. */
    shown: async (id: number): Promise<string | null> => {
      const { rows } = await owner.query<{ title: string }>(
        `select title from release.current_items where collection = 'exhibits' and doc_id = $1 and locale = 'vi'`,
        [id],
      )
      return rows[0]?.title ?? null
    },
    verify: async () =>
      verifyRecords({
        rows: streamDatabase(database.ownerUrl),
        keys: new Map([[signer.keyId, publicKeyOf(raw)]]),
      }),
    url: database.ownerUrl,
    stop: async () => {
      await owner.end()
      await app.end()
      await pool.end()
      const { pool: inner } = payload.db as unknown as {
        pool: { on: (event: string, listener: () => void) => void }
      } // not in the adapter's base type
      inner.on('error', () => undefined)
      await payload.destroy()
      await database.drop()
      await rm(mediaDir, { recursive: true, force: true })
    },
  }
}

export type Museums = Awaited<ReturnType<typeof openMuseums>>
