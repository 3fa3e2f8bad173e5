import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { readDocumentState } from '../desk/readDocumentState.ts'
import { boardError } from '../errors.ts'
import { approve } from '../verbs/approve.ts'
import { recall } from '../verbs/recall.ts'
import { refuse } from '../verbs/refuse.ts'
import { releaseEmergency } from '../verbs/releaseEmergency.ts'
import { returnForClarification } from '../verbs/returnForClarification.ts'
import { submitForReview } from '../verbs/submitForReview.ts'
import { withdraw, withdrawalTypes } from '../verbs/withdraw.ts'

const text = z.string().max(4000)
const id = z.number().int().positive().max(2_147_483_647)
const document = z.object({ collection: z.string().max(60), id })
const signedIn = (req: PayloadRequest) => Boolean(req.user)

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
  post('/editorial-board/submissions/:id/approve', async (req, { params, body }) =>
    approve({
      req,
      submissionId: uuid(params.id),
      ...parse(
        z.object({ isCorrection: z.boolean().optional(), explanation: text.optional() }),
        body ?? {},
      ),
    }),
  ),
  post('/editorial-board/submissions/:id/return', async (req, { params, body }) =>
    returnForClarification({
      req,
      submissionId: uuid(params.id),
      ...parse(z.object({ explanation: text }), body),
    }),
  ),
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
  post('/editorial-board/withdrawals', async (req, { body }) =>
    withdraw({
      req,
      ...parse(document.extend({ type: z.enum(withdrawalTypes), explanation: text }), body),
    }),
  ),
  post('/editorial-board/emergency', async (req, { body }) =>
    releaseEmergency({
      req,
      ...parse(z.object({ id, reasonCode: z.string().max(60), explanation: text }), body),
    }),
  ),
]

function post(
  path: `/${string}`,
  handler: (
    req: PayloadRequest,
    input: { params: Record<string, string>; body: unknown },
  ) => Promise<unknown>,
): Endpoint {
  return endpoint({ method: 'post', path, access: signedIn, handler })
}

const parse = <T extends z.ZodType>(schema: T, body: unknown): z.infer<T> => {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw boardError('bad_input', {
    fields: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      problem: issue.message,
    })),
  })
}

const uuid = (value: string | undefined): string => {
  if (value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return value
  throw boardError('submission_missing')
}
