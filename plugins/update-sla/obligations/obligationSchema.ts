import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const label = z.object({ vi: z.string().min(1).max(300), en: z.string().min(1).max(300) })
const name = z.string().min(1).max(120)
const names = z.array(name).min(1).max(50)

const duration = z.union([
  z.strictObject({ workingDays: z.number().int().min(0).max(400) }),
  z.strictObject({ workingMinutes: z.number().int().min(1).max(100_000) }),
  z.strictObject({ hours: z.number().int().min(-2000).max(20_000) }),
  z.strictObject({ days: z.number().int().min(0).max(4000) }),
  z.strictObject({ months: z.number().int().min(1).max(120) }),
  z.strictObject({ sameWorkingDay: z.literal(true) }),
])
const counting = z.strictObject({
  firstDay: z.enum(['next', 'same']),
  until: z.enum(['endOfWork', 'sameTime', 'endOfDay']),
})

const rung = z.strictObject({
  code: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/),
  when: z.union([
    z.strictObject({ share: z.number().gt(0).lt(1) }),
    z.strictObject({ minutes: z.number().int().min(-100_000).max(100_000) }),
    z.strictObject({ workingDays: z.number().int().min(-250).max(250) }),
  ]),
  to: z
    .array(z.enum(['editor', 'unitHead', 'ops', 'managingBody']))
    .min(1)
    .max(4),
  severity: z.enum(['notice', 'warning', 'breach']),
  always: z.boolean().optional(),
})
/** `recovered` is what the end of something late is called. */
const ladder = z
  .array(rung)
  .max(12)
  .refine((rungs) => new Set(rungs.map(({ code }) => code)).size === rungs.length)
  .refine((rungs) => rungs.every(({ code }) => code !== 'recovered'))

const common = {
  code: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,59}$/),
  clause: z.string().min(1).max(60),
  label,
  reading: label.optional(),
  ladder,
  mode: z.enum(['immediate', 'digest']).optional(),
  quietHours: z.strictObject({ from: time, to: time }).optional(),
  validFrom: z.string().max(10).optional(),
  validTo: z.string().max(10).optional(),
}

/** A day of every year, MM-DD; 29 February is none. */
const monthDay = z
  .string()
  .regex(/^\d\d-\d\d$/)
  .refine(isDayOfYear)

/** An obligation as somebody sends it. */
export const obligationSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...common,
      kind: z.literal('window'),
      owes: name,
      from: time,
      to: time,
      days: z.enum(['all', 'working']),
      counts: z
        .array(z.enum(['publish', 'update']))
        .min(1)
        .max(2)
        .optional(),
    })
    .refine(({ from, to }) => from < to, { path: ['to'] }),
  z.strictObject({
    ...common,
    kind: z.literal('deadline'),
    trigger: name,
    duration,
    counting,
    promise: z.enum(['replaces', 'isIgnored']).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('quota'),
    trigger: name,
    owes: names,
    atLeast: z.number().int().min(1).max(1000),
    per: z.literal('month'),
  }),
  z.strictObject({ ...common, kind: z.literal('review'), trigger: name, duration, counting }),
  z.strictObject({
    ...common,
    kind: z.literal('report'),
    owes: names,
    dueOn: monthDay,
    isInclusive: z.boolean(),
    covers: z.strictObject({ from: monthDay, to: monthDay }).optional(),
  }),
])

function isDayOfYear(text: string): boolean {
  try {
    Temporal.PlainDate.from(`2025-${text}`) // a year of 365 days
    return true
  } catch {
    return false
  }
}
