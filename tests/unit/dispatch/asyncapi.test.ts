import specs from '@asyncapi/specs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { buildAsyncApi } from '#plugins/dispatch/asyncapi/buildAsyncApi.ts'
import { deviceChannels } from '#plugins/dispatch/asyncapi/deviceChannels.ts'
import { topics } from '#plugins/dispatch/drivers/topics.ts'
import { snapshotOf } from './snapshotOf.ts'

const document = JSON.parse(JSON.stringify(buildAsyncApi({ publicUrl: 'https://hanoi.gov.vn' })))

/** The schema of AsyncAPI brings that of JSON Schema with it. */
const ajvOf = (meta = true) => {
  const ajv = new Ajv({ strict: false, allErrors: true, meta, validateSchema: meta })
  addFormats.default(ajv)
  return ajv
}

test('the description of the device protocol is a sound AsyncAPI 3 document', () => {
  const validate = ajvOf(false).compile(specs.schemas['3.0.0'] as object)
  validate(document)
  expect(validate.errors ?? []).toEqual([])
})

test('every reference in it leads somewhere', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, at]) => at)
  expect(refs.length).toBeGreaterThan(20)
  for (const at of new Set(refs)) {
    let place: unknown = document
    for (const part of (at ?? '').split('/')) place = (place as Record<string, unknown>)[part]
    expect(place, at).toBeDefined()
  }
})

test('its topics are those of the code', () => {
  const described = deviceChannels
    .filter((one) => one.mqtt)
    .map((one) => one.address.replace(/\{\w+\}/g, '+'))
  const used = [
    topics.commandsOf({ kind: 'area', code: '+' }),
    topics.commandsOf({ kind: 'group', code: '+' }),
    topics.emergencyOf('+', 'x').replace(/[^/]+$/, '+'),
    topics.recentOf('+'),
    topics.commandsOfDevice('+'),
    topics.setupOf('+'),
    topics.reportsOf('+'),
    topics.presenceOf('+'),
  ]
  expect(described).toEqual(used)
})

test('what is frozen in a dispatch is what it describes', () => {
  const ajv = ajvOf()
  ajv.addSchema(document, 'doc')
  const validate = ajv.getSchema('doc#/components/schemas/dispatch')
  const body = { v: 1, id: '7f1c1c5e-6d1b-4a61-9a53-1d50f7d6c3aa', number: 7, ...snapshotOf() }
  expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true)
  expect(validate?.({ ...body, priority: 'high' })).toBe(false)
})
