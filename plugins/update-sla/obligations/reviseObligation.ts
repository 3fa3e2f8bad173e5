import type { PayloadRequest } from 'payload'
import { Temporal } from 'temporal-polyfill'
import type { Obligation } from '#domain/sla/obligation.ts'
import { withTransaction } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'
import { zone } from '../options.ts'
import { obligationSchema } from './obligationSchema.ts'

/** New terms of an obligation, from a day on. */
export type Revision = {
  code: string
  /** The latest version the person saw. */
  version: number
  /** The whole obligation as it shall be. */
  definition: unknown
  /** YYYY-MM-DD, tomorrow or later. */
  validFrom: string
  /** The last day; nothing is owed after it. */
  validTo: string | null
  reason: string
  /** The notice or decision it rests on. */
  document: string | null
}

/**
 * Writes a new version of an obligation. Earlier ones stay: what happened before the day it holds from is judged by them,
 * clocks that run keep theirs. The day itself has to be ahead, since part of today has been judged.
 *
 * @throws obligation_unknown, obligation_changed, obligation_fixed, obligation_unchanged, obligation_from_past, bad_input
 */
export const reviseObligation = (options: {
  req: PayloadRequest
  revision: Revision
  now: Date
}): Promise<{ code: string; version: number }> =>
  withTransaction(options.req, async (sql) => {
    const { revision, now, req } = options
    const { code, validFrom, validTo } = revision
    await sql.query(`select pg_advisory_xact_lock(hashtextextended('sla.obligations ' || $1, 0))`, [
      code,
    ])
    const { rows } = await sql.query<{ version: number; definition: Obligation; end: string }>(
      `select version, definition, coalesce(valid_to::text, '') as end from sla.obligations
       where code = $1 order by version desc limit 1`,
      [code],
    )
    const last = rows[0]
    if (!last) throw slaError('obligation_unknown')
    if (last.version !== revision.version) throw slaError('obligation_changed')
    const definition = readDefinition(revision.definition)
    demandSameNature(last.definition, definition)
    demandDays({ validFrom, validTo, now })
    if (revision.reason.trim() === '') throw slaError('bad_input', { fields: ['reason'] })
    const version = last.version + 1
    const { rowCount } = await sql.query(
      `insert into sla.obligations (code, version, definition, valid_from, valid_to, reason, document, entered_by)
       select $1, $2::integer, d.new, $4::date, $5::date, $6, $7, $8::integer
       from (select $3::jsonb as new, $9::jsonb as old) d where d.new <> d.old or coalesce($5, '') <> $10`,
      [
        code,
        version,
        JSON.stringify(definition),
        validFrom,
        validTo,
        revision.reason.trim(),
        revision.document?.trim() || null,
        req.user?.id ?? null,
        JSON.stringify(withoutDays(last.definition)),
        last.end,
      ],
    )
    if (rowCount === 0) throw slaError('obligation_unchanged')
    return { code, version }
  })

/** The days stand beside the definition. */
const withoutDays = ({ validFrom: _from, validTo: _to, ...rest }: Obligation) => rest

const readDefinition = (given: unknown): Obligation => {
  const { success, data, error } = obligationSchema.safeParse(given)
  if (success) return withoutDays(data as Obligation) as Obligation // its optional keys are left out, not undefined
  throw slaError('bad_input', {
    fields: [...new Set(error.issues.map(({ path }) => path.join('.')))],
  })
}

/** What clocks and windows are known by stays. */
const demandSameNature = (before: Obligation, after: Obligation) => {
  const triggerOf = (one: Obligation) => ('trigger' in one ? one.trigger : '')
  if (
    before.code !== after.code ||
    before.kind !== after.kind ||
    triggerOf(before) !== triggerOf(after)
  )
    throw slaError('obligation_fixed')
}

const demandDays = (days: { validFrom: string; validTo: string | null; now: Date }) => {
  const from = dayOf(days.validFrom, 'validFrom')
  const to = days.validTo === null ? null : dayOf(days.validTo, 'validTo')
  if (to && Temporal.PlainDate.compare(to, from) < 0)
    throw slaError('bad_input', { fields: ['validTo'] })
  const today = Temporal.Instant.fromEpochMilliseconds(days.now.getTime())
    .toZonedDateTimeISO(zone())
    .toPlainDate()
  if (Temporal.PlainDate.compare(from, today) <= 0) throw slaError('obligation_from_past')
}

const dayOf = (text: string, field: string): Temporal.PlainDate => {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw slaError('bad_input', { fields: [field] })
  }
}
