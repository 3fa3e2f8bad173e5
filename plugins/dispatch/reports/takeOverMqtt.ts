import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { PortalError } from '#kit/portalError.ts'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { topics } from '../drivers/topics.ts'
import type { Answerer } from './createAnswerer.ts'
import type { ReportDesk } from './createReportDesk.ts'
import { nonceOf } from './nonceOf.ts'

/** Refused reports under one device's topic in ten seconds; what comes after is not looked at. */
const MOST_REFUSED = 50

/**
 * Takes reports that come through the broker. A device that asks is answered on its own topics: what it missed, its standing,
 * and our time.
 */
export const takeOverMqtt = (options: {
  link: MqttLink
  desk: ReportDesk
  answerer: Answerer
  logger: Logger
}): void => {
  const { link, desk, answerer, logger } = options
  const tell = (topic: string, message: unknown, isRetained = false) =>
    link.publish(topic, JSON.stringify(message), { isRetained, signal: AbortSignal.timeout(5000) })

  const refused = new LRUCache<string, { n: number }>({ max: 50_000, ttl: 10_000 })
  const noteRefused = (code: string) => {
    const count = refused.get(code)
    if (count) count.n += 1
    else refused.set(code, { n: 1 })
  }

  const take = async (code: string, input: unknown) => {
    if ((refused.get(code)?.n ?? 0) >= MOST_REFUSED) return
    try {
      const taken = await desk.take(input)
      const { nonce } = taken.body
      const { code: device } = taken.reporter
      for (const message of await answerer.messagesFor(taken))
        await tell(topics.commandsOfDevice(device), message)
      if (!nonce) return
      await tell(topics.commandsOfDevice(device), answerer.clock(nonce))
      const setup = await answerer.setup(device)
      if (setup) await tell(topics.setupOf(device), setup, true)
    } catch (error) {
      noteRefused(code)
      if (!(error instanceof PortalError)) throw error
      const nonce = error.code === 'report_out_of_time' ? nonceOf(input) : undefined
      if (nonce) await tell(topics.commandsOfDevice(code), answerer.clock(nonce))
    }
  }
  link.listen(topics.allReports, (topic, text) => {
    const code = topic.split('/').at(-2) ?? ''
    take(code, parsed(text)).catch((error: unknown) => {
      logger.warn({ err: error }, 'dispatch: a report over MQTT was not taken')
    })
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
