import type { ClientBase } from 'pg'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { readAiring } from './airing.ts'
import type { Airing } from './airing.ts'
import { noteAiring } from './noteAiring.ts'

/** Puts an offer on a commune's programme. */
export const makeAiring = async (
  client: ClientBase,
  of: {
    offerId: string
    medium: Medium
    startsAt: Date
    state?: 'planned' | 'undecided'
    by?: number | null | undefined
    detail?: Record<string, unknown>
  },
): Promise<Airing> => {
  const { rows } = await client.query<{ id: string }>(
    `insert into dispatch.airings (offer_id, unit_code, medium, priority, starts_at, seconds, state, made_by)
     select id, unit_code, $2, priority, $3, seconds, $4, $5 from dispatch.offers where id = $1 returning id`,
    [of.offerId, of.medium, of.startsAt, of.state ?? 'planned', of.by ?? null],
  )
  const id = rows[0]?.id
  const airing = id ? await readAiring(client, id) : undefined
  if (!airing) throw new Error(`dispatch: no offer ${of.offerId}`)
  await noteAiring(client, {
    airingId: airing.id,
    event: of.state ?? 'planned',
    by: of.by,
    detail: { at: of.startsAt.toISOString(), ...of.detail },
  })
  return airing
}
