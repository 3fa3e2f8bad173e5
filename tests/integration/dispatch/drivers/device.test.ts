import mqtt from 'mqtt'
import { expect, test } from 'vitest'
import { listenMqtt } from '../../../../src/examples/device/listenMqtt.ts'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'

test('a device that is sent garbage or forgeries over the broker logs them and goes on', async () => {
  const broker = await startBroker()
  const logged: string[] = []
  const taken: string[] = []
  const link = listenMqtt({
    url: broker.url,
    code: 'loa-1',
    take: ({ id }) => {
      if (id === 'forged') throw new Error('not signed by the hub')
      taken.push(id)
      return Promise.resolve()
    },
    onConnect: () => logged.push('connected'),
    log: (line) => logged.push(line),
  })
  await expect.poll(() => logged).toContain('connected')
  const stranger = await mqtt.connectAsync(broker.url)
  for (const text of ['{', 'null', '{"id":"forged"}', '{"id":"good"}'])
    await stranger.publishAsync('coloa/v1/devices/loa-1/commands', text, { qos: 1 })
  await expect.poll(() => taken).toEqual(['good'])
  expect(logged.filter((line) => line !== 'connected')).toHaveLength(3)
  await stranger.endAsync()
  await link.stop()
  await broker.stop()
})
