import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { copyStanding } from '../copies/copyStanding.ts'
import { reattach } from '../copies/reattach.ts'
import { takeIn } from '../intake/takeIn.ts'
import { offer } from '../proposals/offer.ts'
import { readInbox, readOutbox } from '../proposals/readProposals.ts'
import { readProposal } from '../proposals/readProposal.ts'
import { dismissUpdate, returnProposal } from '../proposals/returnProposal.ts'
import { withdrawProposal } from '../proposals/withdrawProposal.ts'
import { proposalStates } from '../types.ts'
import { code, document, id, parse, route, text } from './input.ts'

const mode = z.enum(['copy', 'link'])

const list = z.object({
  log: code,
  states: z.array(z.enum(proposalStates)).max(7).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
})

const listQuery = (req: PayloadRequest) => {
  const asked = Object.fromEntries(req.searchParams)
  const states = asked.states?.split(',').filter(Boolean)
  return parse(list, { ...asked, states: states?.length ? states : undefined })
}

const documentIn = (params: Record<string, string>) =>
  parse(document, { ...params, id: Number(params.id) })

/** What people of the boards do with proposals and copies over HTTP; each verb itself checks who may. */
export const crossPostingEndpoints: Endpoint[] = [
  route('post', '/cross-posting/offers', (req, { body }) =>
    offer({
      req,
      ...parse(
        document.extend({
          logs: z.array(code).max(500),
          note: text.optional(),
          mode: mode.optional(),
        }),
        body,
      ),
    }),
  ),
  route('get', '/cross-posting/inbox', (req) => readInbox({ req, ...listQuery(req) })),
  route('get', '/cross-posting/outbox', (req) => readOutbox({ req, ...listQuery(req) })),
  route('get', '/cross-posting/proposals/:id', (req, { params }) =>
    readProposal({ req, proposalId: params.id ?? '' }),
  ),
  route('post', '/cross-posting/proposals/:id/take-in', (req, { params, body }) =>
    takeIn({
      req,
      proposalId: params.id ?? '',
      ...parse(z.object({ category: id.optional(), mode: mode.optional() }), body ?? {}),
      now: new Date(),
    }),
  ),
  route('post', '/cross-posting/proposals/:id/return', (req, { params, body }) =>
    returnProposal({
      req,
      proposalId: params.id ?? '',
      ...parse(z.object({ reason: text }), body),
    }),
  ),
  route('post', '/cross-posting/proposals/:id/withdraw', (req, { params, body }) =>
    withdrawProposal({
      req,
      proposalId: params.id ?? '',
      ...parse(z.object({ reason: text.optional() }), body ?? {}),
    }),
  ),
  route('post', '/cross-posting/proposals/:id/dismiss', (req, { params, body }) =>
    dismissUpdate({
      req,
      proposalId: params.id ?? '',
      ...parse(z.object({ reason: text.optional() }), body ?? {}),
    }),
  ),
  route('get', '/cross-posting/copies/:collection/:id', async (req, { params }) => ({
    standing: await copyStanding({ req, ...documentIn(params) }),
  })),
  route('post', '/cross-posting/copies/:collection/:id/reattach', (req, { params }) =>
    reattach({ req, ...documentIn(params), now: new Date() }),
  ),
]
