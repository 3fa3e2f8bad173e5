import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { createLocalReq, getPayload, handleEndpoints } from 'payload'
import type { SanitizedConfig } from 'payload'
import pg from 'pg'
import { pino } from 'pino'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationKey, installationSigner } from '#kit/signingKey.ts'
import { installTables as installDispatch } from '#plugins/dispatch/index.ts'
import { start, tasks } from '#plugins/dispatch/jobs/index.ts'
import { reportRoute } from '#plugins/dispatch/server.ts'
import { foundBoards } from '#plugins/editorial-board/index.ts'
import { installTables as installBoards } from '#plugins/editorial-board/install/installTables.ts'
import { tasks as boardTasks } from '#plugins/editorial-board/jobs/index.ts'
import { verifyGuard } from '#plugins/release-log/index.ts'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import { openPool } from '#tests/support/openPool.ts'
import { portProject } from './portProject.ts'
import type { Mail } from './portProject.ts'

const password = 'Mat-khau-1'

/** A port authority on an empty database, set up as the plugin's README says, with its API over HTTP and its senders running. */
export const openPort = async () => {
  const database = await createTestDatabase('template0')
  const folder = await mkdtemp(path.join(tmpdir(), 'port-'))
  const url = database.ownerUrl
  const env = {
    ...readRuntimeEnv({
      ...process.env,
      PAYLOAD_SECRET: 'a port',
      DATABASE_URL: url,
      COLOA_DATA_DIR: folder,
      MEDIA_DIR: folder,
      DEVICE_NETWORKS: '127.0.0.0/8',
      MQTT_URL: '',
      ROLE: 'worker',
    }),
  }
  const mails: Mail[] = []
  const signer = () => installationSigner(env)
  const config = await portProject({ url, mediaDir: folder, signer, mails })
  const payload = await getPayload({ config, disableOnInit: true })
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await installBoards({ payload, client, connectionString: url })
  await installDispatch(client)
  await installDispatch(client)
  await verifyGuard(payload, client as unknown as pg.Pool)

  const pool = openPool(url, 6)
  const logger = pino({ level: process.env.HUB_LOG ?? 'silent' })
  const report = reportRoute({ pool, env, logger })
  const web = createServer((request, response) => {
    if (request.url === '/api/dispatch/reports') report(request, response)
    else void toPayload(config, request, response)
  })
  await new Promise<void>((resolve) => {
    web.listen(0, '127.0.0.1', resolve)
  })
  env.publicUrl = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  const context = { payload, pool, env, logger, now: () => new Date() }
  const endSenders = await start(context)

  const create = async (collection: string, data: object): Promise<number> => {
    const { id } = await payload.create({
      collection: collection as 'users', // the types of this repository do not know the port's collections
      data: data as never,
      overrideAccess: true,
      depth: 0,
    })
    return id
  }
  const officer = async (post: string) => {
    const email = `${post.toLowerCase()}@port.example`
    const id = await create('officers', { email, password, fullName: post, post })
    const { token } = await payload.login({
      collection: 'officers' as 'users', // likewise
      data: { email, password },
    })
    return {
      id,
      token: token ?? '',
      req: () => createLocalReq({ user: { id, collection: 'officers', post } as never }, payload),
    }
  }
  const authority = await create('authorities', { short: 'port', title: 'Cảng vụ Hải Phòng' })
  const unitOf = (code: string, kind: string) =>
    create('units', { code, kind, name: `Bến ${code}` })
  const units = {
    port: await unitOf('port', 'city'),
    quay: await unitOf('quay', 'ward'),
    dock: await unitOf('dock', 'ward'),
  }
  const master = await officer('harbourMaster')
  const technician = await officer('technician')
  const clerk = await officer('clerk')
  await foundBoards({
    client,
    signer: await signer(),
    appointments: [
      { board: 'port', person: master.id, role: 'head', startsOn: '2020-01-01', document: '1' },
    ],
  })

  return {
    client,
    mails,
    units,
    master,
    technician,
    clerk,
    hub: { url: env.publicUrl, key: await installationKey(env) },
    create,
    /** Asks the project's API. */
    call: async (
      who: { token: string },
      method: 'GET' | 'POST',
      address: string,
      body?: unknown,
    ) => {
      const answer = await fetch(`${env.publicUrl}/api${address}`, {
        method,
        headers: { authorization: `JWT ${who.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    /** A bulletin that nobody has decided on. */
    write: (title: string, areas: number[], more: object = {}) =>
      create('bulletins', {
        title,
        text: 'Tàu thuyền rời bến ngay.',
        address: 'tin',
        priority: 'emergency',
        messageKind: 'alert',
        areas,
        authority,
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        _status: 'draft',
        ...more,
      }),
    /** Does all work that is due. */
    work: () =>
      runOnce({
        pgPool: pool,
        taskList: { ...boardTasks(context), ...tasks(context) },
        noHandleSignals: true,
        concurrency: 2,
        logger: new Logger(() => () => undefined),
      }),
    /** The minute ticks of the plugin, one after the other. */
    tick: async (...names: readonly string[]) => {
      const list = tasks(context)
      for (const name of names) await list[name]?.({}, undefined as never) // ticks look at nothing of their job
    },
    stop: async () => {
      await endSenders()
      web.closeAllConnections()
      web.close()
      await client.end()
      await pool.end()
      const adapter = payload.db as unknown as {
        pool: { on: (event: string, listener: () => void) => void }
      } // not in the adapter's base type
      adapter.pool.on('error', () => undefined)
      await payload.destroy()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const toPayload = async (
  config: SanitizedConfig,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const answer = await handleEndpoints({
    config: Promise.resolve(config),
    request: new Request(`http://${request.headers.host}${request.url}`, {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).map(([key, value]): [string, string] => [
        key,
        String(value),
      ]),
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    }),
  })
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** A port under test. */
export type Port = Awaited<ReturnType<typeof openPort>>
