import type { Endpoint } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { leaveBundle } from '../bundle/leaveBundle.ts'
import { makeBundle } from '../bundle/makeBundle.ts'
import { readDocumentState } from '../desk/readDocumentState.ts'
import { theOptions } from '../options.ts'
import { approve } from '../verbs/approve.ts'
import { cancelDecided } from '../verbs/cancelDecided.ts'
import { liftHold } from '../verbs/liftHold.ts'
import { placeHold } from '../verbs/placeHold.ts'
import { recall } from '../verbs/recall.ts'
import { refuse } from '../verbs/refuse.ts'
import { releaseEmergency } from '../verbs/releaseEmergency.ts'
import { returnForClarification } from '../verbs/returnForClarification.ts'
import { reviewEmergency } from '../verbs/reviewEmergency.ts'
import { submitForReview } from '../verbs/submitForReview.ts'
import { withdraw, withdrawalTypes } from '../verbs/withdraw.ts'
import { document, id, parse, post, signedIn, text, uuid } from './input.ts'

/** The verbs of a board over HTTP, and where a document stands; each itself checks who may. */
export const boardEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/editorial-board/documents/:collection/:id',
    access: signedIn,
    handler: async (req, { params }) =>
      readDocumentState({ req, ...parse(document, { ...params, id: Number(params.id) }) }),
  }),
  post('/editorial-board/submissions', async (req, { body }) =>
    submitForReview({ req, ...parse(document, body), now: new Date() }),
  ),
  post('/editorial-board/submissions/:id/approve', async (req, { params, body }) => {
    const schema = z.object({
      isCorrection: z.boolean().optional(),
      explanation: text.optional(),
      publishAt: z.iso.datetime({ offset: true }).optional(),
    })
    return approve({
      req,
      submissionId: uuid(params.id),
      ...parse(schema, body ?? {}),
      now: new Date(),
    })
  }),
  post('/editorial-board/submissions/:id/return', async (req, { params, body }) => {
    const schema = z.object({
      explanation: text,
      person: id.optional(),
      unit: z.string().max(200).optional(),
    })
    await returnForClarification({
      req,
      submissionId: uuid(params.id),
      ...parse(schema, body),
      now: new Date(),
    })
  }),
  post('/editorial-board/submissions/:id/refuse', async (req, { params, body }) =>
    refuse({
      req,
      submissionId: uuid(params.id),
      ...parse(z.object({ ground: z.string().max(60), explanation: text }), body),
      now: new Date(),
    }),
  ),
  post('/editorial-board/submissions/:id/recall', async (req, { params }) =>
    recall({ req, submissionId: uuid(params.id) }),
  ),
  post('/editorial-board/submissions/:id/cancel', async (req, { params, body }) =>
    cancelDecided({
      req,
      submissionId: uuid(params.id),
      ...parse(z.object({ explanation: text }), body),
    }),
  ),
  post('/editorial-board/submissions/:id/leave-bundle', async (req, { params, body }) =>
    leaveBundle({
      req,
      submissionId: uuid(params.id),
      ...parse(z.object({ explanation: text }), body),
      now: new Date(),
    }),
  ),
  post('/editorial-board/bundles', async (req, { body }) => {
    const schema = z.object({
      name: z.string().max(200),
      submissionIds: z.array(z.uuid()).max(200),
    })
    return makeBundle({ req, ...parse(schema, body) })
  }),
  post('/editorial-board/withdrawals', async (req, { body }) => {
    const schema = document.extend({
      type: z.enum(withdrawalTypes),
      explanation: text,
      redirectTo: z.string().max(500).optional(),
      code: z.string().trim().max(40).optional(),
    })
    const { code, ...order } = parse(schema, body)
    const { collection, id } = order
    const now = new Date()
    return withdraw({
      req,
      ...order,
      demand: () => theOptions().demandWithdrawal?.(req, { collection, id, code, now }),
    })
  }),
  post('/editorial-board/emergency', async (req, { body }) => {
    const schema = document.extend({
      collection: document.shape.collection.default('bulletins'),
      reasonCode: z.string().max(60),
      explanation: text,
      code: z.string().trim().max(40).optional(),
    })
    const { code, ...order } = parse(schema, body)
    const { collection, id, reasonCode } = order
    const now = new Date()
    return releaseEmergency({
      req,
      ...order,
      now,
      demand: (frozen) =>
        theOptions().demandEmergency?.(req, { collection, id, ...frozen, reasonCode, code, now }),
    })
  }),
  post('/editorial-board/emergency/:id/review', async (req, { params, body }) => {
    const schema = z.object({
      verdict: z.enum(['confirmed', 'objected']),
      explanation: text.default(''),
    })
    await reviewEmergency({ req, decisionId: uuid(params.id), ...parse(schema, body) })
  }),
  post('/editorial-board/holds', async (req, { body }) => {
    const schema = document.extend({ reason: text, document: z.string().max(300) })
    return placeHold({ req, ...parse(schema, body) })
  }),
  post('/editorial-board/holds/lift', async (req, { body }) => {
    await liftHold({ req, ...parse(document.extend({ reason: text }), body) })
  }),
]
