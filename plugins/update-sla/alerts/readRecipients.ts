import type { ClientBase } from 'pg'
import type { Audience } from '#domain/sla/obligation.ts'
import { tellingOptions } from './tellingOptions.ts'

/** Somebody who is told. */
export type Recipient = {
  email: string
  language: 'vi' | 'en'
  /** What the person chose for all mails. */
  choice: 'immediate' | 'digest' | null
}

type Row = Recipient & { owner: string | null; audience: Audience }

/** Everybody who may be told, found by owner and audience. */
export type Recipients = {
  /** Each address once. */
  of: (owner: string, audiences: readonly Audience[]) => Recipient[]
}

/**
 * Reads who may be told.
 *
 * @param opsMail is operations too, whatever accounts there are
 */
export const readRecipients = async (
  client: ClientBase,
  opsMail: string | undefined,
): Promise<Recipients> => {
  const { rows } = await client.query<Row>(
    `select r.owner, r.audience, r.email, r.language, c.mode as choice from (
       select owner, audience, lower(email) as email, case when language = 'en' then 'en' else 'vi' end as language from sla.recipients
       union all select null, 'ops', lower($1::text), 'vi' where $1::text is not null) r
     left join sla.telling_choices c on c.email = r.email
     ${tellingOptions().queueMail ? '' : NOT_BOUNCED}`,
    [opsMail ?? null],
  )
  const byPlace = new Map<string, Row[]>()
  for (const row of rows) {
    const place = placeOf(row.owner, row.audience)
    byPlace.set(place, [...(byPlace.get(place) ?? []), row])
  }
  return {
    of: (owner, audiences) => {
      const found = audiences.flatMap((audience) =>
        [owner, null].flatMap((one) => byPlace.get(placeOf(one, audience)) ?? []),
      )
      return [...new Map(found.map((one) => [one.email, one])).values()]
    },
  }
}

const NOT_BOUNCED =
  'where not exists (select from web.bounces b where b.email = r.email and b.cleared_at is null)'

const placeOf = (owner: string | null, audience: Audience) => `${audience} ${owner ?? ''}`
