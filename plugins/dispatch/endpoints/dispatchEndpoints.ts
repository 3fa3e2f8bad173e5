import type { Endpoint, PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { endpoint } from '#kit/endpoint.ts'
import { hasCityRole, membershipsOf } from '#kit/membershipsOf.ts'
import { PortalError } from '#kit/portalError.ts'
import { deliveriesOf, listDispatches } from '../readDispatches.ts'
import { takeReceipt } from '../takeReceipt.ts'

const poolOf = (req: PayloadRequest): Pool => (req.payload.db as unknown as { pool: Pool }).pool // hidden by the base type

/** People who answer for devices, members of boards, auditors. */
export const maySeeDispatches = async (req: PayloadRequest): Promise<boolean> =>
  hasCityRole(req, 'systemAdmin', 'operator', 'auditor', 'communeOperator') ||
  (await membershipsOf(req)).length > 0

/** Receipts of devices, and lists for the admin. */
export const dispatchEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/dispatch/receipts',
    access: () => true, // a device's signature is its access
    handler: async (req, { body }) => takeReceipt(poolOf(req), body),
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/dispatches',
    access: maySeeDispatches,
    handler: async (req) => ({ dispatches: await listDispatches(poolOf(req), 50) }),
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/dispatches/:id/deliveries',
    access: maySeeDispatches,
    handler: async (req, { params }) => {
      const id = params.id ?? ''
      if (!/^[0-9a-f-]{36}$/.test(id)) {
        throw new PortalError('dispatch_missing', 404, {
          vi: 'Không có lượt phát này.',
          en: 'There is no such dispatch.',
        })
      }
      return { deliveries: await deliveriesOf(poolOf(req), id) }
    },
  }),
]
