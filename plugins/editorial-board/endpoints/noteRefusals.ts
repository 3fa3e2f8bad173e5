import type { Endpoint } from 'payload'
import { recordRefusal } from '#plugins/release-log/index.ts'

/** The same endpoint, with whatever it forbids somebody signed in written into the audit trail. */
export const noteRefusals = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const answer = await endpoint.handler(req)
    if (answer.status === 403 && req.user) {
      const body = (await answer.clone().json()) as { errors?: { code?: string }[] }
      await recordRefusal({
        req,
        collection: '',
        docId: null,
        operation: `${endpoint.method} ${endpoint.path}`,
        code: body.errors?.[0]?.code ?? 'forbidden',
      })
    }
    return answer
  },
})
