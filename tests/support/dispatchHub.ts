import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { inTransaction } from '#kit/inTransaction.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationKey, rawPublicKey } from '#kit/signingKey.ts'
import { mqttLink } from '#plugins/dispatch/drivers/mqttLink.ts'
import { startDispatch } from '#plugins/dispatch/engine/startDispatch.ts'
import { issueDispatch } from '#plugins/dispatch/issueDispatch.ts'
import { keepOptions } from '#plugins/dispatch/options.ts'
import type { DispatchOptions } from '#plugins/dispatch/options.ts'
import { reportRoute } from '#plugins/dispatch/server.ts'
import type { DispatchOrder } from '#plugins/dispatch/types.ts'
import { openPool } from './openPool.ts'
import { createTestDatabase } from './createTestDatabase.ts'
import { startProcess } from './startProcess.ts'

/** A device of a hub under test. */
export type HubDevice = {
  code: string
  unit?: string
  channel?: string
  address?: string | null
  alternate?: { channel: string; address: string }
  publicKey?: string
}

/** How one delivery stands. */
export type HubDelivery = {
  id: string
  code: string
  state: string
  attempts: number
  error: string | null
  receipts: string[]
}

/** The city, and two communes of it. */
export const CITY = '01'
export const UNITS = ['10105', '10106'] as const

/**
 * The delivery engine by itself: a database, senders in this process or in processes of their own, and the address for
 * reports. Instructions are given without a release behind them, which the database refuses everywhere else.
 */
export const openDispatchHub = async (
  options: { mqttUrl?: string; databases?: { appUrl: string; ownerUrl: string } } = {},
) => {
  const database = options.databases ?? (await createTestDatabase())
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-hub-'))
  const settings: Record<string, string> = {
    DATABASE_URL: database.appUrl,
    COLOA_DATA_DIR: folder,
    DEVICE_NETWORKS: '127.0.0.0/8',
    ...(options.mqttUrl ? { MQTT_URL: options.mqttUrl } : {}),
  }
  const env = readRuntimeEnv({ ...settings, NODE_ENV: 'test' })
  const logger = pino({ level: process.env.HUB_LOG ?? 'silent' })
  const pool = openPool(database.appUrl, 8)
  const owner = openPool(database.ownerUrl, 4)
  await owner.query(
    'alter table dispatch.dispatches disable trigger demand_release, disable trigger demand_standing',
  )
  await owner.query(
    `insert into public.units (code, kind) values ($1, 'city'), ($2, 'ward'), ($3, 'ward') on conflict do nothing`,
    [CITY, ...UNITS],
  )
  const key = await installationKey(env)
  const reports = reportRoute({ pool, env, logger })
  const x = Buffer.from(key.publicKey, 'base64').toString('base64url')
  const server = createServer((req, res) => {
    if (req.url === '/.well-known/jwks.json') res.end(JSON.stringify({ keys: [{ x }] }))
    else reports(req, res)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const ends: (() => Promise<void>)[] = []

  /** Starts a sender in this process. */
  const start = async (more: DispatchOptions = {}) => {
    keepOptions(more)
    const link = env.mqttUrl ? mqttLink({ url: env.mqttUrl, logger }) : undefined
    const context = { payload: undefined as never, pool, env, logger, now: () => new Date() } // the engine has no use for it
    const { end } = await startDispatch(context, link)
    let ended: Promise<void> | undefined
    const stop = () => (ended ??= end().then(() => link?.stop()))
    ends.push(stop)
    return stop
  }
  /** Starts a sender as a process of its own, to be killed. */
  const startSender = (more: Record<string, string> = {}) =>
    startProcess({
      script: path.resolve('tests/support/dispatchSender.ts'),
      env: { ...settings, ...more },
      until: /sending/,
    })

  const install = (devices: readonly HubDevice[]) => installAll(owner, devices)

  /** Gives an instruction to all communes, if nothing else is said. */
  const give = (order: Partial<DispatchOrder> & { title?: string; text?: string } = {}) =>
    inTransaction(pool, async (client) => {
      const { title = 'Bão gần bờ', text = 'Gió mạnh cấp 9, mưa lớn.', ...more } = order
      const now = new Date()
      const id = await issueDispatch(client, {
        chain: `bulletin/ha-noi/${(chains += 1)}`,
        cause: `release/ha-noi/${(causes += 1)}`,
        kind: 'alert',
        priority: 'emergency',
        release: { log: 'ha-noi', seq: causes, docId: chains },
        content: {
          title,
          text,
          spokenText: text,
          language: 'vi',
          topic: null,
          media: [],
        },
        issuer: 'Hà Nội',
        issuedAt: now.toISOString(),
        effectiveAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + 3_600_000).toISOString(),
        audience: { areas: [CITY], groups: [], devices: [] },
        ...more,
      })
      if (!id) throw new Error('given before')
      return id
    })

  const deliveries = async (dispatch: string): Promise<HubDelivery[]> => {
    const { rows } = await pool.query<HubDelivery>(
      `select l.id, l.device_code as code, l.state, l.attempts, l.last_error as error,
         array(select r.kind from dispatch.receipts r where r.delivery_id = l.id order by r.device_at, r.stored_at, r.event_id) as receipts
       from dispatch.deliveries l where l.dispatch_id = $1 order by l.device_code`,
      [dispatch],
    )
    return rows
  }
  const settled = async (
    dispatch: string,
    test: (rows: HubDelivery[]) => boolean,
    withinMs = 20_000,
  ) => {
    const end = Date.now() + withinMs
    for (;;) {
      const rows = await deliveries(dispatch)
      if (test(rows) || Date.now() > end) return rows
      await new Promise((resolve) => {
        setTimeout(resolve, 30)
      })
    }
  }
  return {
    env,
    settings,
    logger,
    pool,
    owner,
    ownerUrl: database.ownerUrl,
    key,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    start,
    startSender,
    install,
    give,
    deliveries,
    settled,
    stop: async () => {
      for (const end of ends) await end()
      server.closeAllConnections()
      server.close()
      await pool.end()
      await owner.end()
      if ('drop' in database) await (database as { drop: () => Promise<void> }).drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A hub under test. */
export type DispatchHub = Awaited<ReturnType<typeof openDispatchHub>>

let chains = 0
let causes = 0

/** Enters many active devices with their evidence. @returns ids by code */
export const installAll = async (
  owner: Pool,
  devices: readonly HubDevice[],
): Promise<Map<string, number>> => {
  const { rows } = await owner.query<{ id: number; code: string }>(
    `insert into public.devices (code, name, device_class, unit_id, channel, address, alternate_channel, alternate_address)
     select d.code, d.code, 'loudspeakerCluster', u.id, d.channel::enum_devices_channel, d.address,
       d.alternate_channel::enum_devices_alternate_channel, d.alternate_address
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       as d (code, unit, channel, address, alternate_channel, alternate_address) join public.units u on u.code = d.unit
     returning id, code`,
    [
      devices.map((one) => one.code),
      devices.map((one) => one.unit ?? UNITS[0]),
      devices.map((one) => one.channel ?? 'http'),
      devices.map((one) => one.address ?? null),
      devices.map((one) => one.alternate?.channel ?? null),
      devices.map((one) => one.alternate?.address ?? null),
    ],
  )
  const ids = rows.map((one) => one.id)
  await owner.query(
    `insert into dispatch.connection_tests (device_id, fingerprint, ended_at, outcome)
     select id, dispatch.fingerprint_of(id), clock_timestamp(), 'passed' from unnest($1::int[]) id`,
    [ids],
  )
  await owner.query(
    `insert into dispatch.security_checks (device_id, fingerprint, outcome, checked_on, document)
     select id, dispatch.fingerprint_of(id), 'passed', current_date, 'made for a test' from unnest($1::int[]) id`,
    [ids],
  )
  await owner.query(`update public.devices set lifecycle = 'active' where id = any($1::int[])`, [
    ids,
  ])
  const keyed = devices.filter((one) => one.publicKey)
  await owner.query(
    `insert into dispatch.device_keys (device_id, public_key)
     select d.id, k.key from unnest($1::text[], $2::text[]) as k (code, key) join public.devices d on d.code = k.code`,
    [keyed.map((one) => one.code), keyed.map((one) => one.publicKey)],
  )
  return new Map(rows.map((one) => [one.code, one.id]))
}

/** A key pair for a device. */
export const deviceKey = (): { privateKey: KeyObject; publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: rawPublicKey(publicKey) }
}
