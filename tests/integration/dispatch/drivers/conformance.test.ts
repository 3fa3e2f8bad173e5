import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import mqtt from 'mqtt'
import { pino } from 'pino'
import { vi } from 'vitest'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { readCap } from '#plugins/dispatch/drivers/cap/readCap.ts'
import { createDrivers } from '#plugins/dispatch/drivers/createDrivers.ts'
import type { Drivers } from '#plugins/dispatch/drivers/createDrivers.ts'
import { usualForeign } from '#plugins/dispatch/drivers/foreignOptions.ts'
import { mqttLink } from '#plugins/dispatch/drivers/mqttLink.ts'
import type { MqttLink } from '#plugins/dispatch/drivers/mqttLink.ts'
import type { Channel } from '#plugins/dispatch/types.ts'
import { conformDriver } from './conformance.ts'
import type { Bench } from './conformance.ts'

const logger = pino({ level: 'silent' })
const env = readRuntimeEnv({
  NODE_ENV: 'test',
  DEVICE_NETWORKS: '127.0.0.0/8',
  PUBLIC_URL: 'https://x.gov.vn',
})

/** CAP reads units and the messages of the chain; here there is one of a chain, and no unit. */
const emptyPool = {
  query: async (text: string, values: unknown[]) => ({
    rows: text.includes('dispatch.dispatches')
      ? [{ id: values[2], kind: 'alert', issuedAt: '', isAddition: false, releasedAs: null }]
      : [],
  }),
} as never

const driversOf = (link?: MqttLink): Drivers =>
  createDrivers({
    env,
    logger,
    pool: emptyPool,
    link,
    attemptTimeoutMs: 5000,
    foreign: usualForeign,
  })

const targetOf = (address: string | null) => ({
  deviceId: 1,
  deviceCode: 'thiet-bi-1',
  unitCode: '10105',
  address,
  deviceClass: 'loudspeakerCluster',
})

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

/** A device behind an HTTP address, and a place that no redirect may lead to. */
const openHttp =
  (channel: Channel, textIn: (arrived: string) => string) => async (): Promise<Bench> => {
    const arrived: string[] = []
    let how: Parameters<Bench['behave']>[0] = 'accept'
    let strayed = 0
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === '/elsewhere') strayed += 1
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        arrived.push(body)
        if (how === 'accept') response.writeHead(204).end()
        if (how === 'refuse') response.writeHead(422).end('không nhận'.repeat(100_000))
        if (how === 'redirect') response.writeHead(302, { location: '/elsewhere' }).end()
      })
    }
    const server = createHttpServer(answer)
    const port = await listening(server)
    return {
      driver: driversOf()[channel],
      target: targetOf(`http://127.0.0.1:${port}/`),
      arrived: () => arrived,
      behave: (next) => void (how = next),
      strayed: () => strayed,
      pushes: true,
      textIn,
      stop: async () => {
        server.closeAllConnections()
        server.close()
      },
    }
  }

/** A device behind a broker; a broker that is gone refuses. */
const openMqtt =
  (channel: Channel, topic: string, read: Pick<Bench, 'textIn' | 'stable'>) =>
  async (): Promise<Bench> => {
    const broker = await startBroker()
    const silent = createTcpServer()
    const silentPort = await listening(silent)
    const arrived: string[] = []
    const device = await mqtt.connectAsync(broker.url)
    device.on('message', (_topic, payload) => void arrived.push(payload.toString()))
    await device.subscribeAsync(topic, { qos: 1 })
    const link = mqttLink({ url: broker.url, logger })
    await vi.waitUntil(() => link.isConnected(), { timeout: 5000 })
    const lost = mqttLink({ url: `mqtt://127.0.0.1:${silentPort}`, logger })
    const [good, bad] = [driversOf(link)[channel], driversOf(lost)[channel]]
    let current = good
    return {
      driver: {
        ...good,
        hand: (...asked) => current.hand(...asked),
        stop: async () => {
          await Promise.all([good.stop(), bad.stop()])
        },
      },
      target: targetOf(null),
      arrived: () => arrived,
      behave: (how) => void (current = how === 'accept' ? good : bad),
      pushes: true,
      ...read,
      stop: async () => {
        await Promise.all([device.endAsync(true), link.stop(), lost.stop()])
        silent.close()
        await broker.stop()
      },
    }
  }

/** A station's telnet server. */
const openStation = async (): Promise<Bench> => {
  const arrived: string[] = []
  const sockets = new Set<Socket>()
  let how: Parameters<Bench['behave']>[0] = 'accept'
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (part) => {
      const command = part.toString().trim()
      if (!command.startsWith('coloa.push')) return void socket.write('= 0\r\nEND\r\n')
      arrived.push(command)
      if (how === 'accept') socket.write('OK\r\nEND\r\n')
      if (how === 'refuse') socket.write('ERROR six words are needed\r\nEND\r\n')
      return undefined
    })
  })
  const port = await listening(server)
  return {
    driver: driversOf().icecast,
    target: targetOf(`liquidsoap://127.0.0.1:${port}`),
    arrived: () => arrived,
    behave: (next) => void (how = next),
    pushes: true,
    stop: async () => {
      for (const one of sockets) one.destroy()
      server.close()
    },
  }
}

/** Devices that fetch. */
const openFetching = (channel: Channel) => async (): Promise<Bench> => ({
  driver: driversOf()[channel],
  target: targetOf(null),
  arrived: () => [],
  behave: () => undefined,
  pushes: false,
  stop: async () => undefined,
})

type Read = Record<string, never>
const json = (text: string) => JSON.parse(text) as Read

conformDriver(
  'http',
  openHttp('http', (text) => String(json(text).text).trim()),
)
conformDriver(
  'httttn',
  openHttp('httttn', (text) => String(json(text).NoiDung).trim()),
)
conformDriver(
  'cap',
  openHttp('cap', (text) => {
    const alert = readCap(text)
    return typeof alert === 'string'
      ? alert
      : (alert.children('info')[0]?.text('description') ?? '')
  }),
)
conformDriver(
  'mqtt',
  openMqtt('mqtt', 'coloa/v1/devices/thiet-bi-1/commands', {
    textIn: (text) => String(json(String(json(text).body)).text).trim(),
  }),
)
conformDriver(
  'byradio',
  openMqtt('byradio', 'radiotech/thiet-bi-1', {
    textIn: (text) => {
      const { TextContent } = (
        json(text) as unknown as {
          Message: { Schedule: { TextContent: string } }
        }
      ).Message.Schedule
      return /^.*?\. ([\s\S]*) \(Ban Chỉ huy/.exec(TextContent)?.[1]?.trim() ?? ''
    },
    stable: (text) => text.replace(/"(Time|From|To|Duration)":\d+|"Times":\[\d+\]/g, ''),
  }),
)
conformDriver('icecast', openStation)
conformDriver('pull', openFetching('pull'))
conformDriver('player', openFetching('player'))
