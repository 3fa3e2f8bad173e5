import { ValidationError } from 'payload'
import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionSlug,
  Field,
} from 'payload'
import { appendHooks, compose, extendCollection } from '#kit/compose.ts'
import type { ConfigStep } from '#kit/compose.ts'
import { label } from '#kit/label.ts'
import { sqlOf } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'
import type { ClockClaim, ClockSource } from '../options.ts'
import { isBackDated } from './isBackDated.ts'

/**
 * Keeps what people say in documents of when a clock began or ended (`claims` of the sources): each change with who made it
 * and when. An end that is dated back is refused without a reason, for which the document gets a field; it is kept with the
 * change, not in the document.
 */
export const keepClaims = (sources: readonly ClockSource[]): ConfigStep =>
  compose(
    ...sources
      .filter(({ claims = [] }) => claims.length > 0)
      .map(({ collection, claims = [] }) =>
        extendCollection(collection as CollectionSlug, (before) => ({
          ...appendHooks({
            beforeChange: [demandLateReason(claims)],
            afterChange: [noteClaims(claims)],
          })(before),
          fields: [...before.fields, ...claims.flatMap((one) => (one.isEnd ? reasonField : []))],
        })),
      ), // throws on an unknown slug
  )

const REASON = 'lateReason'

const reasonField: Field = {
  name: REASON,
  type: 'text',
  virtual: true,
  maxLength: 500,
  label: label('Lý do ghi lùi thời điểm', 'Reason for dating back'),
  admin: {
    position: 'sidebar',
    description: label(
      'Chỉ cần khi thời điểm ghi ở trên là lúc đã qua. Được lưu vào diễn biến của thời hạn.',
      'Needed only when a time above lies in the past. It is kept in the history of the deadline.',
    ),
  },
}

const demandLateReason =
  (claims: readonly ClockClaim[]): CollectionBeforeChangeHook =>
  ({ collection, data, originalDoc, req }) => {
    const now = new Date()
    const lacks = claims.some(({ field, isEnd }) => {
      const at = timeOf(data[field])
      const isNew = at && at.getTime() !== timeOf(originalDoc?.[field])?.getTime()
      return isEnd && isNew && isBackDated(at, now)
    })
    // Only people date back: what programs enter they enter as it happens.
    if (!lacks || !req.user || reasonIn(data)) return data
    const { vi, en } = slaError('late_reason_missing').messages
    const message = req.i18n.language === 'en' ? en : vi
    throw new ValidationError(
      { collection: collection.slug, errors: [{ path: REASON, message }], req },
      req.t,
    )
  }

const noteClaims =
  (claims: readonly ClockClaim[]): CollectionAfterChangeHook =>
  async ({ collection, data, doc, previousDoc, req }) => {
    for (const { field, isEnd = false } of claims) {
      const [at, before] = [timeOf(doc[field]), timeOf(previousDoc?.[field])]
      if (at?.getTime() === before?.getTime()) continue
      const sql = await sqlOf(req)
      await sql.query(
        `insert into sla.claims (collection, doc_id, field, is_end, at, before, late_reason, by)
         values ($1, $2::integer, $3, $4::boolean, $5::timestamptz, $6::timestamptz, $7, $8::integer)`,
        [
          collection.slug,
          doc.id,
          field,
          isEnd,
          at?.toISOString() ?? null,
          before?.toISOString() ?? null,
          isEnd ? reasonIn(data) : null,
          req.user?.id ?? null,
        ],
      )
    }
    return doc
  }

const reasonIn = (data: Record<string, unknown> | undefined): string | null => {
  const given = data?.[REASON]
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : null
}

const timeOf = (value: unknown): Date | undefined => {
  if (typeof value !== 'string' && !(value instanceof Date)) return undefined
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? undefined : at
}
