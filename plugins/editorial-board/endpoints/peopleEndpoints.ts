import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { Flow } from '#domain/board/flow.ts'
import { endConsent, grantConsent } from '../consents/consents.ts'
import { endpoint } from '#kit/endpoint.ts'
import { setFlow } from '../flow/setFlow.ts'
import { appoint, endAppointment, settleMembership } from '../people/changeMembership.ts'
import { findPeople } from '../people/findPeople.ts'
import { endMandate, grantMandate } from '../people/mandates.ts'
import { code, day, id, parse, post, signedIn, text, uuid } from './input.ts'

const role = z.enum(['head', 'deputy', 'member', 'editor', 'collaborator', 'checker'])
const deed = z.string().max(300)
const label = z.object({ vi: z.string().max(200), en: z.string().max(200) })

const flow = z.object({
  code: z.string().min(1).max(60),
  name: label,
  clause: z.string().max(60).optional(),
  fourEyes: z.enum(['contributors', 'submitter', 'none']),
  resumes: z.boolean().optional(),
  steps: z
    .array(
      z.object({
        key: z.string().min(1).max(40),
        label,
        kind: z.enum(['edit', 'check', 'approval']),
        actors: z
          .array(z.enum(['head', 'deputy', 'member', 'editor', 'checker', 'supplier']))
          .max(6),
        quorum: z.number().int().max(50),
        headMust: z.boolean().optional(),
        limitHours: z.number().max(2000),
        urgentHours: z.number().positive().max(2000).optional(),
        when: z.enum(['always', 'editedByOthers']).optional(),
      }),
    )
    .max(12),
})

/** Who is on a board, who acts for whom, and which way its items go; each verb itself checks who may. */
export const peopleEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/editorial-board/people',
    access: signedIn,
    handler: async (req) => ({
      people: await findPeople(req, (req.searchParams.get('q') ?? '').slice(0, 100)),
    }),
  }),
  post('/editorial-board/appointments', async (req, { body }) => {
    const schema = z.object({
      board: code,
      person: id,
      role,
      startsOn: day,
      endsOn: day.nullish(),
      document: deed,
      categories: z.array(id).min(1).max(200).nullish(),
    })
    const { endsOn = null, categories = null, ...rest } = parse(schema, body)
    return appoint({ req, appointment: { ...rest, endsOn, categories } })
  }),
  post('/editorial-board/appointments/:id/end', async (req, { params, body }) =>
    endAppointment({
      req,
      appointmentId: uuid(params.id),
      ...parse(z.object({ endsOn: day, document: deed }), body),
    }),
  ),
  post('/editorial-board/proposals/:id/settle', async (req, { params, body }) => {
    const schema = z.object({ isConfirmed: z.boolean(), explanation: text.optional() })
    await settleMembership({ req, proposalId: uuid(params.id), ...parse(schema, body) })
  }),
  post('/editorial-board/mandates', async (req, { body }) => {
    const schema = z.object({
      board: code,
      principal: id,
      delegate: id,
      collections: z.array(z.string().max(60)).max(30).nullish(),
      categories: z.array(id).max(200).nullish(),
      startsOn: day,
      endsOn: day,
      document: deed,
    })
    const { collections = null, categories = null, ...rest } = parse(schema, body)
    return grantMandate({ req, mandate: { ...rest, collections, categories } })
  }),
  post('/editorial-board/mandates/:id/end', async (req, { params, body }) =>
    endMandate({ req, mandateId: uuid(params.id), ...parse(z.object({ reason: text }), body) }),
  ),
  post('/editorial-board/consents', async (req, { body }) => {
    const schema = z.object({
      log: code,
      sourceLog: code,
      collections: z.array(z.string().max(60)).max(30).nullish(),
      categories: z.array(id).max(200).nullish(),
      kinds: z.array(z.string().max(60)).max(60).nullish(),
      mayPublish: z.boolean().default(false),
      mayUpdate: z.boolean().default(false),
      mayEmergency: z.boolean().default(false),
      startsOn: day,
      endsOn: day,
      document: deed,
    })
    const { collections = null, categories = null, kinds = null, ...rest } = parse(schema, body)
    return grantConsent({ req, consent: { ...rest, collections, categories, kinds } })
  }),
  post('/editorial-board/consents/:id/end', async (req, { params, body }) =>
    endConsent({ req, consentId: uuid(params.id), ...parse(z.object({ reason: text }), body) }),
  ),
  post('/editorial-board/flows', async (req, { body }) => {
    const schema = z.object({
      log: code,
      collection: z.string().max(60).optional(),
      category: id.optional(),
      flow: flow.nullable(),
      document: deed,
    })
    const given = parse(schema, body)
    await setFlow({ req, ...given, flow: given.flow as Flow | null }) // the schema's optional keys, not undefined values
  }),
]
