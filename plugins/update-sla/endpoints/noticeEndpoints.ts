import type { Endpoint, PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { hasCityRole } from '#kit/membershipsOf.ts'
import { applyNotice } from '../notices/applyNotice.ts'
import { noticeError } from '../notices/errors.ts'
import { nameClocks } from '../notices/nameClocks.ts'
import type { MovedLine } from '../notices/nameClocks.ts'
import type { DayChange, Notice } from '../notices/notice.ts'
import { previewNotice } from '../notices/previewNotice.ts'

/** What a preview answers. */
export type PreviewAnswer = {
  changes: DayChange[]
  open: number
  later: number
  earlier: number
  first: MovedLine[]
}

/** What applying answers. */
export type AppliedAnswer = { id: string; open: number; moved: number }

const notice = z.object({
  number: z.string().max(120),
  issuedOn: z.string().max(20),
  issuingBody: z.string().max(300),
  link: z.string().max(1000).nullish(),
  unit: z.number().int().positive().max(2_147_483_647).nullish(),
  fullYear: z.number().int().min(1900).max(2200).nullish(),
  days: z
    .array(
      z.object({
        date: z.string().max(20),
        kind: z.enum(['off', 'work', 'halfDay']),
        reason: z.string().max(300),
        reasonEn: z.string().max(300),
      }),
    )
    .max(400),
})

/** Notices of days off and worked: what one would do, and doing it; for system administrators. */
export const noticeEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/update-sla/notices/preview',
    access: (req) => hasCityRole(req, 'systemAdmin'),
    handler: async (req, { body }): Promise<PreviewAnswer> => {
      const pool = poolOf(req)
      const preview = await previewNotice({ pool, notice: parse(body), now: new Date() })
      return { ...preview, first: await nameClocks(pool, preview.first, languageOf(req)) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/update-sla/notices',
    access: (req) => hasCityRole(req, 'systemAdmin'),
    handler: async (req, { body }): Promise<AppliedAnswer> => {
      const person = { id: Number(req.user?.id), name: nameOf(req) }
      const input = { pool: poolOf(req), notice: parse(body), person, now: new Date() }
      const { id, open, moved } = await applyNotice(input)
      return { id, open, moved }
    },
  }),
]

const parse = (body: unknown): Notice => {
  const result = notice.safeParse(body)
  if (!result.success)
    throw noticeError('notice_incomplete', {
      fields: result.error.issues.map((issue) => issue.path.join('.')),
    })
  const { link = null, unit = null, fullYear = null, ...rest } = result.data
  return { ...rest, link, unit, fullYear }
}

const poolOf = (req: PayloadRequest): Pool => (req.payload.db as unknown as { pool: Pool }).pool // hidden by the base type

const languageOf = (req: PayloadRequest) =>
  (req.headers.get('accept-language') ?? '').startsWith('en') ? 'en' : 'vi'

const nameOf = ({ user }: PayloadRequest): string => {
  const { fullName, email } = (user ?? {}) as { fullName?: string | null; email?: string }
  return fullName ?? email ?? ''
}
