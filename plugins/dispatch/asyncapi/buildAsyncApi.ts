import { z } from 'zod'
import { deviceChannels } from './deviceChannels.ts'
import type { DeviceChannel } from './deviceChannels.ts'
import {
  clockSchema,
  dispatchSchema,
  envelopeSchema,
  recentSchema,
  setupSchema,
} from './messageSchemas.ts'
import { answerSchema, reportSchema, signedReportSchema } from './reportSchemas.ts'

const bodies = {
  dispatch: dispatchSchema,
  setup: setupSchema,
  recent: recentSchema,
  clock: clockSchema,
  report: reportSchema,
} as const

const payloads = {
  answer: answerSchema,
  signedReport: signedReportSchema,
  envelope: envelopeSchema,
}

/**
 * The AsyncAPI 3 document of the device protocol, as seen by a device.
 *
 * @param options.publicUrl of the hub
 */
export const buildAsyncApi = (options: { publicUrl: string }) => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Cổ Loa: giao thức thiết bị (device protocol)',
    version: '1.0.0',
    description:
      'How loudspeakers, radio stations and public boards receive instructions and report. Written from the device: what it receives and sends. The rules are in PROTOCOL.md.',
    license: { name: 'MIT' },
  },
  defaultContentType: 'application/json',
  servers: {
    broker: {
      host: '{broker}',
      protocol: 'mqtt',
      protocolVersion: '5',
      ...hostVariable('broker', 'broker.example.vn:8883'),
    },
    hub: {
      host: new URL(options.publicUrl).host,
      protocol: new URL(options.publicUrl).protocol.replace(':', ''),
    },
    device: { host: '{device}', protocol: 'http', ...hostVariable('device', '10.20.0.7') },
  },
  channels: Object.fromEntries(deviceChannels.map((one) => [one.name, channelOf(one)])),
  operations: Object.fromEntries(deviceChannels.map((one) => [one.name, operationOf(one)])),
  components: {
    messages: {
      ...Object.fromEntries(
        (['dispatch', 'setup', 'recent', 'clock'] as const).map((name) => [
          name,
          { name, payload: ref('envelope'), 'x-body': ref(name) },
        ]),
      ),
      report: { name: 'report', payload: ref('signedReport'), 'x-body': ref('report') },
      answer: { name: 'answer', payload: ref('answer') },
      presence: { name: 'presence', contentType: 'text/plain', payload: { type: 'string' } },
    },
    schemas: Object.fromEntries(
      Object.entries({ ...bodies, ...payloads }).map(([name, schema]) => [name, jsonOf(schema)]),
    ),
  },
})

const hostVariable = (name: string, usual: string) => ({
  variables: { [name]: { default: usual } },
})

const ref = (schema: string) => ({ $ref: `#/components/schemas/${schema}` })

const channelOf = (one: DeviceChannel) => ({
  address: one.address,
  description: one.about,
  servers: [{ $ref: `#/servers/${one.server}` }],
  ...(one.parameters
    ? {
        parameters: Object.fromEntries(
          Object.entries(one.parameters).map(([name, description]) => [name, { description }]),
        ),
      }
    : {}),
  messages: Object.fromEntries(
    [...one.messages, ...(one.reply ?? [])].map((name) => [
      name,
      { $ref: `#/components/messages/${name}` },
    ]),
  ),
})

const operationOf = (one: DeviceChannel) => ({
  action: one.action,
  channel: { $ref: `#/channels/${one.name}` },
  messages: messagesOf(one.name, one.messages),
  ...(one.reply
    ? {
        reply: {
          channel: { $ref: `#/channels/${one.name}` },
          messages: messagesOf(one.name, one.reply),
        },
      }
    : {}),
  ...(one.mqtt
    ? { bindings: { mqtt: { qos: 1, retain: one.mqtt.retain ?? false } } }
    : { bindings: { http: { method: 'POST' } } }),
})

const messagesOf = (channel: string, names: readonly string[]) =>
  names.map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` }))

const jsonOf = (schema: z.ZodType) => {
  const { $schema: _version, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
  return json
}
