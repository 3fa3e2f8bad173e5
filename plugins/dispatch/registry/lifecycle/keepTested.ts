import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { toApiError } from '#kit/toApiError.ts'
import { sqlOf } from '#kit/transaction.ts'
import { registryError } from '../registryErrors.ts'
import { demandNow, nameActor, refusalOf } from './changeLifecycle.ts'
import { missingOf } from './missingOf.ts'

/** What a test holds for; the same fields as the database's fingerprint. */
const tested = ['code', 'deviceClass', 'channel', 'address', 'make', 'model', 'gateway'] as const
const testedOfAlternate = ['channel', 'address'] as const

/** The reason in the history when a device must be tested anew. */
export const CHANGED_REASON = 'changed'

type Doc = Record<string, unknown> & { id?: number; lifecycle?: string }

/**
 * A device that was tested and is another one after this save goes back to `registered` in the same save, to be tested
 * again; nothing but its evidence makes one active.
 */
export const keepTested: CollectionBeforeChangeHook = async (args) => {
  const { operation, req, originalDoc } = args
  const data = args.data as Doc
  const before = (originalDoc ?? {}) as Doc
  const by = req.user ? Number(req.user.id) : null
  const sql = await sqlOf(req)
  const changed =
    operation === 'update' &&
    (tested.some((name) => isOther(data, before, name)) ||
      testedOfAlternate.some((name) => isOther(alternateOf(data), alternateOf(before), name)))
  const becomes = data.lifecycle ?? before.lifecycle ?? 'registered'
  if (changed && (before.lifecycle === 'active' || before.lifecycle === 'tested')) {
    await nameActor(sql, { by, reason: CHANGED_REASON })
    return { ...data, lifecycle: 'registered' }
  }
  await nameActor(sql, { by, reason: null })
  if (becomes === 'active' && before.lifecycle !== 'active') {
    const missing = before.id ? await missingOf(sql, before.id) : { test: true, check: true }
    if (changed || missing.test || missing.check) throw refusal(req, 'device_not_checked')
  }
  if (before.lifecycle === 'retired' && becomes !== 'retired') throw refusal(req, 'device_retired')
  return data
}

/** The database's last word, while a refusal can still be told (payload#17726: one at commit time is lost). */
export const demandChecked: CollectionAfterChangeHook = async ({ doc, req }) => {
  const sql = await sqlOf(req)
  try {
    await demandNow(sql)
  } catch (error) {
    const told = refusalOf(error)
    throw told instanceof PortalError ? toApiError(told, req.i18n?.language) : told
  }
  // Its groups or its commune may be others now: senders tell the device.
  await sql.query(`select pg_notify('dispatch', $1)`, [`setup:${(doc as { code: string }).code}`])
  return doc as unknown
}

const isOther = (data: Record<string, unknown>, before: Record<string, unknown>, name: string) =>
  name in data && (data[name] ?? '') !== (before[name] ?? '')

const alternateOf = ({ alternate }: Doc) => (alternate ?? {}) as Record<string, unknown>

const refusal = (
  req: { i18n?: { language: string } },
  code: 'device_not_checked' | 'device_retired',
) => toApiError(registryError(code), req.i18n?.language)
