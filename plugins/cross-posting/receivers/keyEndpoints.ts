import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { withTransaction } from '#kit/transaction.ts'
import { demandCaller } from './callerOf.ts'
import { issueKey, revokeKey, rotateKey } from './keys.ts'
import type { KeyMaker } from './keys.ts'
import { parseInput, rowId } from './siteInput.ts'
import { keyScopes } from './siteKey.ts'
import type { SiteKey } from './siteKey.ts'
import { demandSite } from './sites.ts'

const keySchema = z.object({
  label: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(keyScopes)).min(1).max(3),
  days: z.int().min(1).max(730).default(365),
})

const manage = { right: 'manage', scope: 'manage' } as const

/** Keys of a site: made, rotated and revoked by its technician, or by a program with a key of scope `manage`. */
export const keyEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/cross-posting/sites/:code/keys',
    access: () => true, // demandCaller
    handler: async (req, { params, body }) => {
      const site = params.code ?? ''
      // A key does not make keys that may more than itself: new ones are for people.
      await demandCaller(req, site, { right: 'manage', scope: null })
      const key = parseInput(keySchema, body)
      return withTransaction(req, async (sql) => {
        await demandSite(sql, site)
        const scopes = [...new Set(key.scopes)]
        return issueKey(sql, { ...key, scopes, site, by: makerOf(req, null) })
      })
    },
  }),
  endpoint({
    method: 'post',
    path: '/cross-posting/sites/:code/keys/:id/rotate',
    access: () => true, // demandCaller
    handler: async (req, { params }) => {
      const site = params.code ?? ''
      const caller = await demandCaller(req, site, manage)
      const id = rowId(params.id, 'key_not_found')
      const key = { site, id, by: makerOf(req, caller), most: caller?.scopes ?? null }
      return withTransaction(req, (sql) => rotateKey(sql, key))
    },
  }),
  endpoint({
    method: 'post',
    path: '/cross-posting/sites/:code/keys/:id/revoke',
    access: () => true, // demandCaller
    handler: async (req, { params }) => {
      const site = params.code ?? ''
      const caller = await demandCaller(req, site, manage)
      const id = rowId(params.id, 'key_not_found')
      const by = makerOf(req, caller)
      return withTransaction(req, async (sql) => ({
        revoked: await revokeKey(sql, { site, id, by }),
      }))
    },
  }),
]

/** A key that asks is who made it, also where somebody is signed in beside it. */
const makerOf = (req: PayloadRequest, key: SiteKey | null): KeyMaker => ({
  person: key || !req.user ? null : Number(req.user.id),
  key: key?.id ?? null,
})
