import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { sqlOf } from '#kit/transaction.ts'
import { demandCaller } from '../receivers/callerOf.ts'
import { parseInput, rowId, siteCode } from '../receivers/siteInput.ts'
import { demandSite } from '../receivers/sites.ts'
import { administers } from '../rights.ts'
import type { EndpointKey } from './endpoints.ts'
import {
  addEndpoint,
  closeEndpoint,
  replayEndpoint,
  rotateEndpointSecret,
  testEndpoint,
  verifyEndpoint,
} from './endpoints.ts'

const endpointSchema = z.object({
  url: z.string().trim().min(1).max(2000),
  logs: z.array(siteCode).min(1).max(20),
  collections: z
    .array(z.string().regex(/^[a-z0-9-]{1,64}$/))
    .min(1)
    .max(20)
    .nullish(),
})

const verbs: Record<string, (req: PayloadRequest, key: EndpointKey) => Promise<unknown>> = {
  verify: verifyEndpoint,
  test: testEndpoint,
  replay: replayEndpoint,
  disable: async (req, key) => closeEndpoint(await sqlOf(req), key, 'disabled'),
  remove: async (req, key) => closeEndpoint(await sqlOf(req), key, 'removed'),
  'rotate-secret': async (req, key) => rotateEndpointSecret(await sqlOf(req), key),
}

/** Addresses of a site that are called: by its technician, or by a program with a key of scope `manage`. */
export const webhookEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/cross-posting/sites/:code/endpoints',
    access: () => true, // demandCaller
    handler: async (req, { params, body }) => {
      const site = params.code ?? ''
      await demandCaller(req, site, { right: 'manage', scope: 'manage' })
      const { url, logs, collections = null } = parseInput(endpointSchema, body)
      await demandSite(await sqlOf(req), site)
      return addEndpoint(req, { site, url, logs: [...new Set(logs)], collections })
    },
  }),
  ...Object.entries(verbs).map(([verb, act]) =>
    endpoint({
      method: 'post',
      path: `/cross-posting/sites/:code/endpoints/:id/${verb}`,
      access: () => true, // demandCaller
      handler: async (req, { params }) => {
        const site = params.code ?? ''
        await demandCaller(req, site, { right: 'manage', scope: 'manage' })
        return act(req, { site, id: rowId(params.id, 'endpoint_not_found') })
      },
    }),
  ),
  endpoint({
    method: 'post',
    path: '/cross-posting/webhook-keys',
    access: (req) => administers(req),
    handler: async (req) => {
      const { rows } = await (
        await sqlOf(req)
      ).query<{ generation: number }>(
        `insert into cross_posting.webhook_keys (generation, made_by)
         select max(generation) + 1, $1::int from cross_posting.webhook_keys returning generation`,
        [req.user?.id],
      )
      return rows[0]
    },
  }),
]
