import type { CollectionSlug, Endpoint } from 'payload'
import type { Pool } from 'pg'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { sqlOf } from '#kit/transaction.ts'
import { demandCaller } from './callerOf.ts'
import { readConformance } from './conformance.ts'
import { receiverError } from './receiverErrors.ts'
import { parseInput } from './siteInput.ts'
import { demandSite } from './sites.ts'
import { endTechnician, nameTechnician } from './technicians.ts'

/** How far a site has read, for people and for its own programs; and who looks after it. */
export const siteEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/cross-posting/sites/:code/conformance',
    access: () => true, // demandCaller
    handler: async (req, { params }) => {
      const site = params.code ?? ''
      await demandCaller(req, site, { right: 'see', scope: 'feed' })
      const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
      return { site, logs: await readConformance(pool, site) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/cross-posting/sites/:code/technicians',
    access: () => true, // demandCaller
    handler: async (req, { params, body }) => {
      const site = params.code ?? ''
      await demandCaller(req, site, { right: 'appoint', scope: null })
      const { email } = parseInput(z.object({ email: z.email() }), body)
      const sql = await sqlOf(req)
      await demandSite(sql, site)
      const { docs } = await req.payload.find({
        collection: req.payload.config.admin.user as CollectionSlug,
        where: { email: { equals: email.toLowerCase() } },
        limit: 1,
        depth: 0,
        overrideAccess: true, // by the address they were told; no list of people is shown
        req,
      })
      const person = docs[0] as { id: number; isActive?: boolean | null } | undefined
      if (!person || person.isActive === false) throw receiverError('person_unknown')
      await nameTechnician(sql, { site, person: person.id, by: Number(req.user?.id) })
    },
  }),
  endpoint({
    method: 'post',
    path: '/cross-posting/sites/:code/technicians/:person/end',
    access: () => true, // demandCaller
    handler: async (req, { params }) => {
      const site = params.code ?? ''
      await demandCaller(req, site, { right: 'appoint', scope: null })
      const person = Number(params.person)
      if (!Number.isSafeInteger(person)) throw receiverError('technician_unknown')
      await endTechnician(await sqlOf(req), { site, person, by: Number(req.user?.id) })
    },
  }),
]
