import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { slaError, silenceTooLong } from '../errors.ts'
import { canRun } from '../rights.ts'
import { readLongestSilence } from './readLongestSilence.ts'

/** What is to be quiet: an owner, an obligation, one of an owner, or, without either, everything. */
export type NewSilence = {
  owner: string | null
  obligation: string | null
  from: Date
  until: Date
  reason: string
}

/** What clocks differ by, and the time it takes to type; the database allows a little more. */
const GRACE_MS = 5 * 60_000
const DAY_MS = 86_400_000

/**
 * Keeps alerts that are reached within a time from being told, for example while a planned downtime lasts. They are recorded
 * all the same, and what they are about stays owed. It begins no earlier than now, and lasts no longer than the deployment
 * allows (`longestSilenceDays`).
 *
 * @throws not_owner, reason_missing, silence_span, silence_from_past, silence_too_long, owner_unknown, obligation_unknown
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
  if (given.from.getTime() < now.getTime() - GRACE_MS)
    throw slaError('silence_from_past', { field: 'from' })
  if (given.until <= given.from || given.until <= now)
    throw slaError('silence_span', { field: 'until' })
  if (given.reason.trim() === '') throw slaError('reason_missing', { field: 'reason' })
  return withTransaction(req, async (sql) => {
    const longest = await readLongestSilence(sql)
    if (given.until.getTime() - given.from.getTime() > longest * DAY_MS)
      throw silenceTooLong(longest)
    const { rows: known } = await sql.query<{ owner: boolean; obligation: boolean }>(
      `select $1::text is null or exists (select from sla.owners where owner = $1) as owner,
         $2::text is null or exists (select from sla.obligations where code = $2) as obligation`,
      [given.owner, given.obligation],
    )
    if (!known[0]?.owner) throw slaError('owner_unknown', { field: 'owner' })
    if (!known[0].obligation) throw slaError('obligation_unknown', { field: 'obligation' })
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
