import type { Endpoint, PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { hasCityRole, isActive } from '#kit/membershipsOf.ts'
import { PortalError } from '#kit/portalError.ts'
import { demandPassword } from './demandPassword.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from './enrolSecondFactor.ts'
import type { Holder } from './enrolSecondFactor.ts'
import { verifySecondFactor } from './verifySecondFactor.ts'

/** The signed-in person as the holder of a second factor. */
export const holderOf = (req: PayloadRequest): Holder => ({
  pool: (req.payload.db as unknown as { pool: Pool }).pool, // hidden by the base type
  secret: req.payload.config.secret,
  person: Number(req.user?.id ?? 0),
})

const shape = z.object({ code: z.string().min(6).max(40) })

const codeIn = (body: unknown): string => {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data.code
  throw new PortalError('bad_input', 400, {
    vi: 'Hãy nhập mã xác thực.',
    en: 'Enter the code.',
  })
}

const passwordShape = z.object({ password: z.string().min(1).max(500) })

const passwordIn = (body: unknown): string => {
  const parsed = passwordShape.safeParse(body)
  if (parsed.success) return parsed.data.password
  throw new PortalError('bad_input', 400, {
    vi: 'Hãy nhập mật khẩu.',
    en: 'Enter your password.',
  })
}

/** Setting up one's own second factor, ending it, and an administrator's ending of somebody else's. */
export const secondFactorEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/second-factor/begin',
    access: isActive,
    handler: async (req, { body }) => {
      await demandPassword(req, passwordIn(body))
      return beginSecondFactor({
        ...holderOf(req),
        account: req.user?.email ?? String(req.user?.id),
      })
    },
  }),
  endpoint({
    method: 'post',
    path: '/second-factor/confirm',
    access: isActive,
    handler: (req, { body }) =>
      confirmSecondFactor({ ...holderOf(req), code: codeIn(body), now: new Date() }),
  }),
  endpoint({
    method: 'post',
    path: '/second-factor/end',
    access: isActive,
    handler: async (req, { body }) => {
      const holder = holderOf(req)
      await verifySecondFactor({ ...holder, code: codeIn(body), purpose: 'end', now: new Date() })
      await endSecondFactor({ ...holder, by: holder.person })
    },
  }),
  endpoint({
    method: 'post',
    path: '/second-factor/:person/end',
    access: (req) => hasCityRole(req, 'systemAdmin'),
    handler: async (req, { params }) => {
      const { pool, person: by } = holderOf(req)
      const person = Number(params.person)
      // Who has taken over an administrator's session does not get rid of that account's second factor.
      if (!Number.isInteger(person) || person === by)
        throw new PortalError('not_about_oneself', 403, {
          vi: 'Việc này do người quản trị khác làm.',
          en: 'Another administrator does this.',
        })
      await endSecondFactor({ pool, person, by })
    },
  }),
]
