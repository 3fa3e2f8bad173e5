import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'
import { canRun } from '../rights.ts'

/** What is to be quiet: an owner, an obligation, one of an owner, or, without either, everything. */
export type NewSilence = {
  owner: string | null
  obligation: string | null
  from: Date
  until: Date
  reason: string
}

/**
 * Keeps alerts that are reached within a time from being told, for example while a planned downtime lasts. They are recorded
 * all the same, and what they are about stays owed.
 *
 * @throws not_owner, reason_missing, silence_span, owner_unknown, obligation_unknown
 */
export const silence = async ({
  req,
  silence: given,
  now,
}: {
  req: PayloadRequest
  silence: NewSilence
  now: Date
}): Promise<{ id: string }> => {
  if (!canRun(req)) throw slaError('not_owner')
  if (given.reason.trim() === '') throw slaError('reason_missing')
  if (given.until <= given.from || given.until <= now) throw slaError('silence_span')
  return withTransaction(req, async (sql) => {
    const { rows: known } = await sql.query<{ owner: boolean; obligation: boolean }>(
      `select $1::text is null or exists (select from sla.owners where owner = $1) as owner,
         $2::text is null or exists (select from sla.obligations where code = $2) as obligation`,
      [given.owner, given.obligation],
    )
    if (!known[0]?.owner) throw slaError('owner_unknown')
    if (!known[0].obligation) throw slaError('obligation_unknown')
    const { rows } = await sql.query<{ id: string }>(
      `insert into sla.silences (owner, obligation, from_at, until_at, reason, by)
       values ($1, $2, $3::timestamptz, $4::timestamptz, $5, $6::int) returning id::text`,
      [
        given.owner,
        given.obligation,
        given.from.toISOString(),
        given.until.toISOString(),
        given.reason.trim(),
        req.user?.id,
      ],
    )
    return { id: rows[0]?.id ?? '' }
  })
}
