import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { readFromOutside, withdrawFromOutside } from '../intake/outsideProposals.ts'
import { proposeFromOutside } from '../intake/proposeFromOutside.ts'
import { keyOfCaller } from './callerOf.ts'
import { receiverError } from './receiverErrors.ts'
import { parseInput } from './siteInput.ts'

const itemKey = z
  .string()
  .min(1)
  .max(200)
  .refine((key) => !key.includes('\0'))

/** What an external site proposes of its own, by a key of scope `propose`, and what became of it. */
export const proposalEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/cross-posting/proposals',
    access: () => true, // demandSiteOf
    handler: async (req, { body }) =>
      proposeFromOutside({ req, site: await demandSiteOf(req), item: body }),
  }),
  endpoint({
    method: 'get',
    path: '/cross-posting/proposals',
    access: () => true, // demandSiteOf
    handler: async (req) => {
      const site = await demandSiteOf(req)
      const query = Object.fromEntries(new URL(req.url ?? '', 'http://hub').searchParams)
      const { key } = parseInput(z.object({ key: itemKey.optional() }), query)
      return { proposals: await readFromOutside({ req, site, ...(key ? { key } : {}) }) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/cross-posting/proposals/withdraw',
    access: () => true, // demandSiteOf
    handler: async (req, { body }) => {
      const site = await demandSiteOf(req)
      const schema = z.object({ key: itemKey, reason: z.string().max(1000).optional() })
      const { key, reason } = parseInput(schema, body)
      return withdrawFromOutside({ req, site, key, ...(reason ? { reason } : {}) })
    },
  }),
]

const demandSiteOf = async (req: PayloadRequest): Promise<string> => {
  const key = await keyOfCaller(req, 'propose')
  if (!key) throw receiverError('key_missing')
  return key.site
}
