import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isoDay } from '#domain/text/formatDate.ts'
import { endpoint } from '#kit/endpoint.ts'
import type { Sql } from '#kit/transaction.ts'
import { withTransaction } from '#kit/transaction.ts'
import { enterCheck } from '../checks/enterCheck.ts'
import { demandDevice, managesDevices } from '../deviceRights.ts'
import { parseInput } from '../parseInput.ts'
import { activate, resume, retire, suspend } from './verbs.ts'

const nothing = z.object({})
const reasoned = z.object({ reason: z.string().trim().min(3).max(500) })
const assessed = z.object({
  outcome: z.enum(['passed', 'failed']),
  checkedOn: z.iso.date().refine((day) => day <= isoDay(new Date().toISOString())),
  document: z.string().trim().min(1).max(120),
  findings: z
    .string()
    .trim()
    .max(4000)
    .nullish()
    .transform((text) => text || null),
})

/** A verb of operators on a device, in one transaction. */
const verb = <T extends object>(
  name: string,
  schema: z.ZodType<T>,
  act: (sql: Sql, given: T & { deviceId: number; by: number }) => Promise<void>,
): Endpoint =>
  endpoint({
    method: 'post',
    path: `/dispatch/devices/:id/${name}`,
    access: managesDevices,
    handler: async (req: PayloadRequest, { params, body }) => {
      const { id } = await demandDevice(req, params.id)
      const given = parseInput(schema, body)
      await withTransaction(req, (sql) =>
        act(sql, { ...given, deviceId: id, by: Number(req.user?.id) }),
      )
      return { id }
    },
  })

/** What changes the state of a device, and what its state rests on. */
export const lifecycleEndpoints: Endpoint[] = [
  verb('activate', nothing, activate),
  verb('suspend', reasoned, suspend),
  verb('resume', nothing, resume),
  verb('retire', reasoned, retire),
  verb('checks', assessed, enterCheck),
]
