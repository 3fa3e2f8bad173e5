import type { Endpoint } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { slaError } from '../errors.ts'
import { acknowledgeIncident } from '../incidents/acknowledgeIncident.ts'
import { acknowledgeIncidents, MOST_INCIDENTS } from '../incidents/acknowledgeIncidents.ts'
import { clearBounce } from '../incidents/bounces.ts'
import { zone } from '../options.ts'
import { canRun } from '../rights.ts'
import { endSilence } from '../silences/endSilence.ts'
import { silence } from '../silences/silence.ts'
import { instant, isNear, parse, signedIn, text } from './input.ts'

const name = z.string().min(1).max(120).nullish()

/** A time as a form has it, `2026-11-24T17:00`, in the deployment's zone; or an instant. */
const localTime = z.iso
  .datetime({ local: true, precision: -1 })
  .refine((given) => !given.endsWith('Z'), { abort: true })
  .transform((given) => {
    const { epochMilliseconds } = Temporal.PlainDateTime.from(given).toZonedDateTime(zone())
    return new Date(epochMilliseconds)
  })
  .refine(isNear)
const time = z.union([instant, localTime])

/** Silences, acknowledgements and addresses that bounce. */
export const alertEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/update-sla/silences',
    access: canRun,
    handler: (req, { body }) => {
      const schema = z.object({
        owner: name,
        obligation: name,
        from: time.nullish(),
        until: time,
        reason: text,
      })
      const { owner, obligation, from, ...rest } = parse(schema, body)
      // Null is a choice: everybody, everything. What was left out is none.
      if (owner === undefined) throw slaError('silence_whose_missing', { field: 'owner' })
      if (obligation === undefined) throw slaError('silence_what_missing', { field: 'obligation' })
      const now = new Date()
      return silence({ req, silence: { owner, obligation, from: from ?? now, ...rest }, now })
    },
  }),
  endpoint({
    method: 'post',
    path: '/update-sla/silences/:id/end',
    access: canRun,
    handler: (req, { params }) =>
      endSilence({ req, id: idOf(params.id, 'silence_unknown'), now: new Date() }),
  }),
  endpoint({
    method: 'post',
    path: '/update-sla/incidents/acknowledge',
    access: signedIn,
    handler: (req, { body }) => {
      const { incident } = parse(z.object({ incident: z.string().min(1).max(300) }), body)
      return acknowledgeIncident({ req, incident, now: new Date() })
    },
  }),
  endpoint({
    method: 'post',
    path: '/update-sla/incidents/acknowledge-all',
    access: signedIn,
    handler: (req, { body }) => {
      const incident = z.string().min(1).max(300)
      const schema = z.object({ incidents: z.array(incident).min(1).max(MOST_INCIDENTS) })
      return acknowledgeIncidents({ req, ...parse(schema, body), now: new Date() })
    },
  }),
  endpoint({
    method: 'post',
    path: '/update-sla/bounces/:id/clear',
    access: canRun,
    handler: (req, { params }) =>
      clearBounce({ req, id: idOf(params.id, 'bounce_unknown'), now: new Date() }),
  }),
]

const idOf = (given: string | undefined, code: Parameters<typeof slaError>[0]): number => {
  const id = Number(given)
  if (Number.isSafeInteger(id) && id > 0) return id
  throw slaError(code)
}
