import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import mqtt from 'mqtt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviceChannels } from '#plugins/dispatch/asyncapi/deviceChannels.ts'
import { openRadio } from '../radio.ts'

let radio: Awaited<ReturnType<typeof openRadio>>
beforeAll(async () => {
  radio = await openRadio()
})
afterAll(() => radio?.stop())

const channelOf = (topic: string) =>
  deviceChannels.find((one) =>
    new RegExp(`^${one.address.replace(/\{\w+\}/g, '[^/]+')}$`).test(topic),
  )

test('what hub and device really say is what the published description says', async () => {
  const answer = await fetch(`${radio.web.url}/api/asyncapi.json`)
  const document = (await answer.json()) as object
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'doc')
  const faults: unknown[] = []
  const check = (schema: string, value: unknown, topic: string) => {
    const validate = ajv.getSchema(`doc#/components/schemas/${schema}`)
    if (!validate?.(value)) faults.push({ topic, schema, errors: validate?.errors, value })
  }
  const seen = new Set<string>()
  const spy = await mqtt.connectAsync(radio.broker.url)
  spy.on('message', (topic, payload) => {
    const channel = channelOf(topic)
    if (!channel) faults.push({ topic, unknown: true })
    if (payload.length === 0 || channel?.name === 'devicePresence') return
    const envelope = JSON.parse(payload.toString()) as { body: string }
    const body = JSON.parse(envelope.body) as { kind?: string }
    const isReport = channel?.name === 'deviceReports'
    const name = isReport
      ? 'report'
      : (['setup', 'recent', 'clock'].find((one) => one === body.kind) ?? 'dispatch')
    seen.add(name)
    if (!channel?.messages.includes(name)) faults.push({ topic, name })
    check(isReport ? 'signedReport' : 'envelope', envelope, topic)
    check(name, body, topic)
  })
  await spy.subscribeAsync('coloa/#', { qos: 1 })
  await radio.install('loa-mqtt', 'mqtt')
  const id = await radio.bulletin('Bão gần bờ')
  await radio.issue(id)
  await radio.settled(id, (all) => all.length === 1 && all[0]?.state === 'played')
  await expect
    .poll(() => [...seen].sort(), { timeout: 15_000 })
    .toEqual(expect.arrayContaining(['clock', 'dispatch', 'report', 'setup']))
  await spy.endAsync()
  expect(faults).toEqual([])
})
