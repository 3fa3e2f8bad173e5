import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { releaseEmergency, withdraw } from '#plugins/editorial-board/index.ts'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { installationKey } from '#kit/signingKey.ts'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { freePort, startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'
import { startProcess } from '#tests/support/startProcess.ts'
import type { TestProcess } from '#tests/support/startProcess.ts'
import { installDevice } from '#tests/support/installDevice.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'

export type DeliveryRow = {
  id: string
  dispatch: string
  code: string
  state: string
  attempts: number
  error: string | null
  receipts: string[]
}

/**
 * A city with one web and two worker processes, a real broker and the example device as processes of their own.
 *
 * @param options.broker in place of one of npm; it is stopped by who started it
 */
export const openRadio = async (options: { broker?: { url: string } } = {}) => {
  await buildIfStale({ isAdminWanted: false })
  const booted = await bootPayload()
  const room = await openNewsroom(booted.payload)
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-radio-'))
  const ownBroker = options.broker ? undefined : await startBroker()
  const broker = options.broker ?? ownBroker ?? { url: '' }
  const dataDir = path.join(folder, 'data')
  const env = {
    DATABASE_URL: booted.appUrl,
    MEDIA_DIR: booted.mediaDir,
    COLOA_DATA_DIR: dataDir,
    MQTT_URL: broker.url,
  }
  const web = await startApp({ role: 'web', env })
  const workers: TestApp[] = []
  const startWorker = async () => {
    const worker = await startApp({ role: 'worker', env })
    workers.push(worker)
    return worker
  }
  await startWorker()
  await startWorker()
  const key = await installationKey({ signingKeyFile: undefined, dataDir })
  const pool = new pg.Pool({ connectionString: booted.ownerUrl, max: 3 })
  const { payload } = booted
  const unit = await payload.create({
    collection: 'units',
    data: { code: '10105', name: 'Phường Thử', kind: 'ward' },
    overrideAccess: true,
    depth: 0,
  })
  const devices: TestProcess[] = []

  const register = (code: string, { publicKey, ...more }: Record<string, unknown>) =>
    installDevice({
      payload,
      pool,
      publicKey: publicKey as string | undefined,
      data: {
        code,
        name: `Loa ${code}`,
        deviceClass: 'loudspeakerCluster',
        unit: unit.id,
        channel: 'http',
        ...more,
      },
    })

  /** Starts the example device as its own process. */
  const runDevice = async (code: string, channel: 'http' | 'mqtt' | 'pull', port: number) => {
    const device = await startProcess({
      script: path.resolve('src/examples/device/main.ts'),
      env: {
        DEVICE_CODE: code,
        SPEED: '100',
        HEARTBEAT_SECONDS: '2',
        MEDIA_DIR: path.join(folder, `${code}.media`),
        HUB_URL: web.url,
        HUB_KEY: key.publicKey,
        KEY_FILE: path.join(folder, `${code}.pem`),
        STATE_FILE: path.join(folder, `${code}.json`),
        PORT: String(port),
        MQTT_URL: channel === 'mqtt' ? broker.url : '',
        TRANSPORT: channel,
      },
      until: /listening on|connected to the broker|pulling/,
    })
    devices.push(device)
    return device
  }

  /** Starts the example device and enters it in the register. */
  const install = async (code: string, channel: 'http' | 'mqtt' | 'pull') => {
    const port = await freePort()
    const device = await runDevice(code, channel, port)
    const publicKey = /public key (\S+)/.exec(device.output())?.[1]
    await register(code, { channel, address: `http://127.0.0.1:${port}/`, publicKey })
    return device
  }

  const bulletin = async (title: string, more: Record<string, unknown> = {}) => {
    const made = await payload.create({
      collection: 'bulletins',
      data: {
        title,
        text: 'Gió mạnh cấp 9, mưa lớn. Người dân ở trong nhà.',
        priority: 'emergency',
        messageKind: 'alert',
        expiresAt: new Date(Date.now() + 6 * 3_600_000).toISOString(),
        site: room.site.id,
        areas: [unit.id],
        ...more,
      } as never, // each test gives what it is about
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
    return made.id
  }

  const issue = async (id: number) =>
    releaseEmergency({
      req: await room.request(),
      id,
      reasonCode: 'naturalDisaster',
      now: new Date(),
      collection: 'bulletins',
      explanation: 'Bão đổ bộ sớm hơn dự báo.',
    })

  const takeDown = async (id: number) =>
    withdraw({
      req: await room.request(),
      collection: 'bulletins',
      id,
      type: 'error',
      explanation: 'Bão đã đổi hướng.',
    })

  const deliveries = async (bulletinId: number): Promise<DeliveryRow[]> => {
    const { rows } = await pool.query<DeliveryRow>(
      `select l.id, l.dispatch_id as dispatch, l.device_code as code, l.state, l.attempts, l.last_error as error,
         array(select r.kind from dispatch.receipts r where r.delivery_id = l.id order by r.stored_at) as receipts
       from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
       where d.doc_id = $1 order by d.created_at, l.device_code`,
      [bulletinId],
    )
    return rows
  }

  /** Waits until `test` holds of a bulletin's deliveries. */
  const settled = async (
    bulletinId: number,
    test: (rows: DeliveryRow[]) => boolean,
    withinMs = 15_000,
  ): Promise<DeliveryRow[]> => {
    const end = Date.now() + withinMs
    for (;;) {
      const rows = await deliveries(bulletinId)
      if (test(rows) || Date.now() > end) return rows
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
  }

  return {
    payload,
    pool,
    room,
    unit,
    web,
    workers,
    startWorker,
    broker,
    register,
    key,
    runDevice,
    install,
    bulletin,
    issue,
    takeDown,
    deliveries,
    settled,
    folder,
    mediaDir: booted.mediaDir,
    stop: async () => {
      for (const one of [...devices, ...workers, web]) await one.stop()
      await pool.end()
      await ownBroker?.stop()
      await booted.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** An HTTP server that answers as `answer` says and counts what it was sent. */
export const startEndpoint = async (answer: (n: number) => number | 'hang') => {
  const bodies: string[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (part: Buffer) => (body += part.toString()))
    req.on('end', () => {
      // Its standing a device is told at any time.
      if (body.startsWith('{"kind":"setup"')) return res.writeHead(204).end()
      bodies.push(body)
      const status = answer(bodies.length)
      return status === 'hang' ? undefined : res.writeHead(status).end()
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${port}/`,
    bodies,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
