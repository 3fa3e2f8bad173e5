import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { boardError } from '../errors.ts'
import { threadError } from '../threads/errors.ts'
import { reopenThread, resolveThread } from '../threads/markThread.ts'
import { openThread } from '../threads/openThread.ts'
import { readThreads } from '../threads/readThreads.ts'
import { replyToThread } from '../threads/replyToThread.ts'

const id = z.number().int().positive().max(2_147_483_647)
const document = z.object({ collection: z.string().max(60), docId: id })
// what is too long has a code of its own; this only bounds what is read
const text = z.string().max(40_000)
const signedIn = (req: PayloadRequest) => Boolean(req.user)

/** Threads over HTTP; each verb itself checks who may. */
export const threadEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/editorial-board/documents/:collection/:id/threads',
    access: signedIn,
    handler: async (req, { params }) => ({
      threads: await readThreads({
        req,
        ...parse(document, { collection: params.collection, docId: Number(params.id) }),
      }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/editorial-board/submissions/:id/threads',
    access: signedIn,
    handler: async (req, { params, body }) => {
      const shape = z.object({
        field: z.string().max(200),
        locale: z.string().max(10).nullish(),
        quote: text.nullish(),
        text,
      })
      const { locale, quote, ...rest } = parse(shape, body)
      return openThread({
        req,
        submissionId: uuid(params.id) ?? missing(boardError('submission_missing')),
        ...rest,
        locale: locale ?? null,
        quote: quote ?? null,
      })
    },
  }),
  endpoint({
    method: 'post',
    path: '/editorial-board/threads/:id/comments',
    access: signedIn,
    handler: async (req, { params, body }) =>
      replyToThread({ req, threadId: thread(params.id), ...parse(z.object({ text }), body) }),
  }),
  endpoint({
    method: 'post',
    path: '/editorial-board/threads/:id/resolve',
    access: signedIn,
    handler: async (req, { params }) => resolveThread({ req, threadId: thread(params.id) }),
  }),
  endpoint({
    method: 'post',
    path: '/editorial-board/threads/:id/reopen',
    access: signedIn,
    handler: async (req, { params }) => reopenThread({ req, threadId: thread(params.id) }),
  }),
]

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

const uuid = (value: string | undefined): string | undefined =>
  value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined

const thread = (value: string | undefined): string =>
  uuid(value) ?? missing(threadError('thread_missing'))

const missing = (error: Error): never => {
  throw error
}
