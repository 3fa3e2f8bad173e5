import type { Endpoint } from 'payload'
import { z } from 'zod'
import { endpoint } from '#kit/endpoint.ts'
import { sqlOf, withTransaction } from '#kit/transaction.ts'
import { saveChoices } from '../notices/choices.ts'
import { choiceKinds } from '../notices/kinds.ts'
import { markRead, readNotices } from '../notices/readNotices.ts'
import { demandPerson } from '../people/standing.ts'
import { id, parse, post, signedIn } from './input.ts'

/** What a person was told, and how she wants to be told: always her own. */
export const noticeEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/editorial-board/notices',
    access: signedIn,
    handler: async (req) => readNotices(await sqlOf(req), { person: demandPerson(req) }),
  }),
  post('/editorial-board/notices/read', async (req, { body }) => {
    const { ids } = parse(z.object({ ids: z.array(id).max(500).optional() }), body ?? {})
    const marked = await markRead(await sqlOf(req), {
      person: demandPerson(req),
      ...(ids ? { ids } : {}),
    })
    return { marked }
  }),
  post('/editorial-board/notices/choices', async (req, { body }) => {
    const one = z.object({
      kind: z.enum(choiceKinds as [string, ...string[]]),
      mail: z.enum(['now', 'digest', 'none']),
      inApp: z.enum(['now', 'none']),
    })
    const { choices } = parse(z.object({ choices: z.array(one).max(choiceKinds.length) }), body)
    const person = demandPerson(req)
    const kept = choices.flatMap((choice) => {
      const kind = choiceKinds.find((known) => known === choice.kind)
      return kind ? [{ ...choice, kind }] : []
    })
    await withTransaction(req, (sql) => saveChoices(sql, person, kept))
    return { saved: kept.length }
  }),
]
