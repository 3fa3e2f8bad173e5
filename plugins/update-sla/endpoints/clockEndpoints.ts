import type { Endpoint } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { enterEvent } from '../clocks/enterEvent.ts'
import { extendClock } from '../clocks/extendClock.ts'
import { markDone } from '../clocks/markDone.ts'
import { pauseClock } from '../clocks/pauseClock.ts'
import { resumeClock } from '../clocks/resumeClock.ts'
import { slaError } from '../errors.ts'
import { instant, parse, signedIn, text } from './input.ts'

const name = z.string().min(1).max(120)
const reason = z.object({ reason: text })

/** What people do to clocks by hand; each verb itself checks who may. */
export const clockEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/update-sla/entries',
    access: signedIn,
    handler: (req, { body }) => {
      const schema = z.object({ obligation: name, owner: name, title: text, eventAt: instant })
      return enterEvent({ req, event: parse(schema, body), now: new Date() })
    },
  }),
  endpoint({
    method: 'post',
    path: '/update-sla/clocks/:id/done',
    access: signedIn,
    handler: (req, { params, body }) => {
      const schema = z.object({
        at: instant.optional(),
        note: text,
        document: text.nullish(),
        lateReason: text.nullish(),
      })
      const { at, document = null, ...rest } = parse(schema, body)
      const now = new Date()
      const done = { clock: idOf(params.id), at: at ?? now, document, ...rest }
      return markDone({ req, done, now })
    },
  }),
  ...(['pause', 'resume'] as const).map((verb) =>
    endpoint({
      method: 'post',
      path: `/update-sla/clocks/:id/${verb}`,
      access: signedIn,
      handler: (req, { params, body }) => {
        const adjustment = {
          req,
          clock: idOf(params.id),
          ...parse(reason, body),
          now: new Date(),
        }
        return verb === 'pause' ? pauseClock(adjustment) : resumeClock(adjustment)
      },
    }),
  ),
  endpoint({
    method: 'post',
    path: '/update-sla/clocks/:id/extend',
    access: signedIn,
    handler: (req, { params, body }) =>
      extendClock({
        req,
        clock: idOf(params.id),
        ...parse(reason.extend({ until: instant }), body),
        now: new Date(),
      }),
  }),
]

const idOf = (text: string | undefined): number => {
  const id = Number(text)
  if (Number.isSafeInteger(id) && id > 0) return id
  throw slaError('clock_unknown')
}
