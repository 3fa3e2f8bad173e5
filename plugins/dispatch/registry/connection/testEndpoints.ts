import type { Endpoint } from 'payload'
import { endpoint } from '#kit/endpoint.ts'
import { sqlOf, withTransaction } from '#kit/transaction.ts'
import { demandDevice, managesDevices, seesDevices } from '../deviceRights.ts'
import { registryError } from '../registryErrors.ts'
import { readTests } from './readTests.ts'
import { startTest } from './startTest.ts'
import { testMedium } from './testMedia.ts'

/** Connection tests: begun, looked at while they run, and the files they play. */
export const testEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/dispatch/devices/:id/test',
    access: managesDevices,
    handler: async (req, { params }) => {
      const { id } = await demandDevice(req, params.id)
      const by = Number(req.user?.id)
      return { testId: await withTransaction(req, () => startTest(req, { deviceId: id, by })) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/devices/:id/tests',
    access: seesDevices,
    handler: async (req, { params }) => {
      const { id } = await demandDevice(req, params.id)
      return { tests: await readTests(await sqlOf(req), id) }
    },
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/test-media/:file',
    access: () => true, // devices fetch it, and there is nothing in it
    handler: async (_req, { params }) => {
      const [, form] = /^(audio|image|video)\.(wav|png|mp4)$/.exec(params.file ?? '') ?? []
      if (!form) throw registryError('test_missing')
      const { bytes, mimeType } = await testMedium(form as 'audio' | 'image' | 'video')
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': mimeType, 'content-length': String(bytes.length) },
      })
    },
  }),
]
