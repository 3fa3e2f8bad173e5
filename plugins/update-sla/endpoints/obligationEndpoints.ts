import type { Endpoint } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { reviseObligation } from '../obligations/reviseObligation.ts'
import { canRun } from '../rights.ts'
import { day, parse, text } from './input.ts'

/** New versions of obligations, by operators and administrators. */
export const obligationEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/update-sla/obligations/:code/versions',
    access: canRun,
    handler: (req, { params, body }) => {
      const schema = z.object({
        version: z.number().int().positive(),
        definition: z.unknown(),
        validFrom: day,
        validTo: day.nullish(),
        reason: text,
        document: text.nullish(),
      })
      const { validTo = null, document = null, ...rest } = parse(schema, body)
      const revision = { ...rest, code: params.code ?? '', validTo, document }
      return reviseObligation({ req, revision, now: new Date() })
    },
  }),
]
