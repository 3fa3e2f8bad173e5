import type { Endpoint, PayloadRequest } from 'payload'
import { errorBody, PortalError } from './portalError.ts'

/** What an endpoint of a plugin is made of. There is no default access: a route says who may call it. */
export type EndpointParts = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Begins with the plugin's name: `/editorial-board/submissions/:id/approve`. */
  path: `/${string}`
  /** Who may call. A refusal is 401 for strangers, 403 for the signed-in. */
  access: (req: PayloadRequest) => boolean | Promise<boolean>
  /** What the body is: a form reaches the handler as FormData. @default json */
  takes?: 'json' | 'form'
  /** Returns the JSON to answer, or a Response. May throw PortalError. */
  handler: (
    req: PayloadRequest,
    input: { params: Record<string, string>; body: unknown },
  ) => Promise<unknown>
}

/**
 * A Payload endpoint that demands an access rule, parses a JSON body and answers refusals with a stable code.
 *
 * @throws nothing; a PortalError becomes its status and `{ errors: [{ code, message }] }`
 */
export const endpoint = (parts: EndpointParts): Endpoint => ({
  method: parts.method,
  path: parts.path,
  handler: async (req) => {
    const language = req.headers.get('accept-language') ?? 'vi'
    try {
      await demandAccess(parts, req)
      const body = parts.method === 'get' ? undefined : await readBody(req, parts.takes)
      const params = (req.routeParams ?? {}) as Record<string, string>
      const answer = await parts.handler(req, { params, body })
      return answer instanceof Response ? answer : Response.json(answer ?? {})
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      return Response.json(errorBody(error, language), { status: error.status })
    }
  },
})

const demandAccess = async (parts: EndpointParts, req: PayloadRequest) => {
  if (await parts.access(req)) return
  throw req.user
    ? new PortalError('forbidden', 403, {
        vi: 'Tài khoản của bạn không có quyền làm việc này.',
        en: 'Your account may not do this.',
      })
    : new PortalError('not_signed_in', 401, { vi: 'Bạn cần đăng nhập.', en: 'Please sign in.' })
}

/** No text of the database may hold it. */
const refuseNul = (_key: string, value: unknown): unknown => {
  if (typeof value === 'string' && value.includes('\0')) throw new SyntaxError('NUL')
  return value
}

const readBody = (req: PayloadRequest, takes: EndpointParts['takes']): Promise<unknown> =>
  takes === 'form' ? readForm(req) : readJson(req)

const readForm = async (req: PayloadRequest): Promise<FormData> => {
  const form = await req.formData?.().catch(() => undefined)
  if (form) return form
  throw new PortalError('bad_form', 400, {
    vi: 'Biểu mẫu gửi lên không đọc được.',
    en: 'The form that was sent cannot be read.',
  })
}

const readJson = async (req: PayloadRequest): Promise<unknown> => {
  const text = req.text ? await req.text() : ''
  if (text === '') return undefined
  try {
    return JSON.parse(text, text.includes(String.raw`\u0000`) ? refuseNul : undefined) as unknown
  } catch {
    throw new PortalError('bad_json', 400, {
      vi: 'Nội dung gửi lên không phải JSON hợp lệ.',
      en: 'The body is not valid JSON.',
    })
  }
}
