import type { Endpoint } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { withTransaction } from '#kit/transaction.ts'
import { demandDevice, managesDevices } from '../deviceRights.ts'
import { makeEnrolmentCode } from '../enrolment/makeCode.ts'
import { parseInput } from '../parseInput.ts'
import { registryError } from '../registryErrors.ts'
import { addKey, revokeKey } from './deviceKeys.ts'
import { makeKeyPair } from './makeKeyPair.ts'
import { parsePublicKey } from './parsePublicKey.ts'

const shared = {
  label: z
    .string()
    .trim()
    .max(80)
    .nullish()
    .transform((text) => text || null),
  overlapDays: z.coerce.number().int().min(0).max(90).default(7),
}
const entered = z.object({ ...shared, publicKey: z.string().trim().min(1).max(2000) })
const wanted = z.object(shared)

/** Keys of a device: a pair made here, a code by which a board enters its own, the public half of one made by the device; ended at once. */
export const keyEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/dispatch/devices/:id/keys/make',
    access: managesDevices,
    handler: async (req, { params, body }) => {
      const { id } = await demandDevice(req, params.id)
      const given = parseInput(wanted, body)
      const pair = makeKeyPair()
      const key = { ...given, deviceId: id, publicKey: pair.publicKey, by: Number(req.user?.id) }
      await withTransaction(req, (sql) => addKey(sql, key))
      return Response.json(pair, { headers: { 'cache-control': 'no-store' } })
    },
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/devices/:id/keys/code',
    access: managesDevices,
    handler: async (req, { params }) => {
      const { id } = await demandDevice(req, params.id)
      const by = Number(req.user?.id)
      const made = await withTransaction(req, (sql) => makeEnrolmentCode(sql, { deviceId: id, by }))
      return Response.json(made, { headers: { 'cache-control': 'no-store' } })
    },
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/devices/:id/keys',
    access: managesDevices,
    handler: async (req, { params, body }) => {
      const { id } = await demandDevice(req, params.id)
      const given = parseInput(entered, body)
      const publicKey = parsePublicKey(given.publicKey)
      const key = { ...given, deviceId: id, publicKey, by: Number(req.user?.id) }
      return { id: await withTransaction(req, (sql) => addKey(sql, key)) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/devices/:id/keys/:key/revoke',
    access: managesDevices,
    handler: async (req, { params }) => {
      const { id } = await demandDevice(req, params.id)
      const key = uuidOrNull(params.key)
      if (!key) throw registryError('key_missing')
      await withTransaction(req, (sql) =>
        revokeKey(sql, { deviceId: id, id: key, by: Number(req.user?.id) }),
      )
    },
  }),
]
