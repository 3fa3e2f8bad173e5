import { addressRules } from '#kit/addressRules.ts'
import { guardedAgent } from '#kit/guardedAgent.ts'
import { byradioDriver } from './byradio/byradioDriver.ts'
import { takeByradioHeartbeat } from './byradio/takeByradioHeartbeat.ts'
import { capDriver } from './cap/capDriver.ts'
import { createCapDocuments } from './cap/createCapDocuments.ts'
import type { DriverGround, Drivers } from './createDrivers.ts'
import { httttnDriver } from './httttn/httttnDriver.ts'
import { icecastDriver } from './icecast/icecastDriver.ts'
import { keepStationWord } from './icecast/keepStationWord.ts'
import { createPostDocument } from './postDocument.ts'

/** The drivers that translate dispatches into protocols that are not ours. */
export const createMappedDrivers = (
  ground: DriverGround,
): Pick<Drivers, 'cap' | 'icecast' | 'httttn' | 'byradio'> => {
  const { env, pool, link, logger } = ground
  const { capCategories, httttn, byradio } = ground.foreign
  const mayDial = addressRules(env.deviceNetworks, 'DEVICE_NETWORKS')
  const agent = guardedAgent({ mayDial, timeoutMs: ground.attemptTimeoutMs, connections: 8 })
  const post = createPostDocument(agent)
  const onFault = (error: unknown) =>
    logger.warn({ err: error }, 'dispatch: a device was not heard')
  link?.listen(byradio.heartbeats, (_topic, text) => {
    takeByradioHeartbeat(pool, text, new Date()).catch(onFault)
  })
  const documents = createCapDocuments({
    pool,
    publicUrl: env.publicUrl,
    categoryOf: (topic) => capCategories[topic ?? ''] ?? 'Other',
  })
  return {
    cap: { ...capDriver({ documents, post }), stop: () => agent.destroy() },
    httttn: httttnDriver({ post, codesOf: (address) => httttn[originOf(address)] }),
    icecast: icecastDriver({
      mayDial,
      take: (deviceId, event) => keepStationWord(pool, deviceId, event),
      onFault,
    }),
    byradio: byradioDriver({
      sender: byradio.sender,
      topicOf: (code) => byradio.topic.replace('{device}', code),
      publish: async (topic, text, { signal, expiresAt }) => {
        if (!link) throw new Error('no broker is configured (MQTT_URL)')
        await link.publish(topic, text, { signal, expiresAt })
      },
    }),
  }
}

const originOf = (address: string): string => URL.parse(address)?.origin ?? ''
