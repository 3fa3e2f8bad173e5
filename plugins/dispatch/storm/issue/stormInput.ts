import { z } from 'zod'
import { stormError } from '../stormError.ts'

const text = (max: number) => z.string().trim().min(1).max(max)
const shared = {
  /** Made by the page; one act, however often it is sent. */
  key: z.uuid(),
  code: z.string().trim().max(40).optional(),
}

const issue = z.object({
  ...shared,
  site: z.number().int(),
  reasonCode: text(60),
  explanation: text(500),
  title: text(300),
  text: text(5000),
  spokenText: z.string().trim().max(5000),
  areas: z.array(text(40)).max(1000),
  groups: z.array(text(80)).max(200),
  expiresAt: z.iso.datetime({ offset: true }),
  isExercise: z.boolean(),
  isOverride: z.boolean(),
  overrideReason: z.string().trim().max(500),
  supersedes: z.number().int().optional(),
})

const update = z.object({
  ...shared,
  explanation: text(500),
  title: text(300).optional(),
  text: text(5000).optional(),
  spokenText: z.string().trim().max(5000).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
})

const end = z.object({
  ...shared,
  explanation: text(500),
  /** The danger is over, or it was a mistake. */
  type: z.enum(['expired', 'error']),
})

/** An emergency as the page sends it. */
export type IssueInput = z.infer<typeof issue>
/** A correction, or another end. */
export type UpdateInput = z.infer<typeof update>
/** An all-clear. */
export type EndInput = z.infer<typeof end>

/** @throws PortalError bad_input with the fields */
const read = <T>(shape: z.ZodType<T>, body: unknown): T => {
  const parsed = shape.safeParse(body)
  if (parsed.success) return parsed.data
  throw stormError('bad_input', {
    fields: parsed.error.issues.map((one) => ({ path: one.path.join('.') })),
  })
}

/** What the page asks to be issued. @throws PortalError bad_input */
export const readIssue = (body: unknown): IssueInput => read(issue, body)
/** What is to be corrected. @throws PortalError bad_input */
export const readUpdate = (body: unknown): UpdateInput => read(update, body)
/** What is to be ended. @throws PortalError bad_input */
export const readEnd = (body: unknown): EndInput => read(end, body)
