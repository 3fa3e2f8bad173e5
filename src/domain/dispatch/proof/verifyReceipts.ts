import { stableText } from '../../release/stableText.ts'
import type { ProofBundle, ProofDelivery, ProofReport } from './proofBundle.ts'
import { rungOfReceipt } from '../receiptLadder.ts'
import { readReport } from './readReport.ts'
import type { SaidReceipt } from './readReport.ts'
import type { ProofFinding, ProofTools } from './verifyProof.ts'

/** Whose word a receipt rests on: the device signed it, or the hub alone says so. */
export type ProvenReceipt = {
  instruction: string
  device: string
  channel: string
  kind: string
  at: string
  isSigned: boolean
}

/** What is revoked stops within seconds; what was checked before is stored a moment later. */
const GRACE_MS = 30_000
/** A report is taken within so long of its own time. */
const TOLERANCE_MS = 300_000
/** Between reading the clock for a receipt and storing it. */
const STORING_MS = 60_000

type Stored = {
  kind: string
  event_id: string
  device_at: string
  stored_at: string
  detail?: string | null
  seconds?: number | null
  proof?: unknown
}

/**
 * Holds every receipt against what its device signed, with nothing but the devices' public keys. A receipt of a channel whose
 * devices sign has to stand in a signed report of that very device, word for word.
 *
 * @param trusted by device: keys known from elsewhere, such as the papers of the installation; without, those of the bundle
 */
export const verifyReceipts = (
  bundle: ProofBundle,
  tools: ProofTools,
  trusted: ReadonlyMap<string, ReadonlySet<string>> | null,
): { findings: ProofFinding[]; receipts: ProvenReceipt[] } => {
  const findings: ProofFinding[] = []
  const said = new Map<string, { one: SaidReceipt }[]>()
  for (const report of bundle.reports ?? []) {
    const fault = faultOf(report, bundle, tools, trusted)
    if (fault) findings.push({ code: fault, about: `${report.device} ${report.receivedAt}` })
    else {
      for (const one of readReport(report.signed)?.receipts ?? []) {
        const key = keyOf(report.device, one.dispatch, one.kind, one.eventId)
        said.set(key, [...(said.get(key) ?? []), { one }])
      }
    }
  }
  const madeAt = new Map(bundle.instructions.map(({ id, createdAt }) => [id, createdAt]))
  const signing = new Set(bundle.signingChannels)
  const receipts: ProvenReceipt[] = []
  for (const delivery of bundle.deliveries) {
    const { instruction, device } = delivery
    const channel = String(delivery.channel)
    for (const stored of delivery.receipts as Stored[]) {
      const known = said.get(keyOf(device, instruction, stored.kind, stored.event_id)) ?? []
      const isSigned = known.some(({ one }) => isAsSaid(one, stored, madeAt.get(instruction)))
      const about = `${device} ${stored.kind} ${stored.device_at}`
      if (!isSigned && known.length > 0) findings.push({ code: 'receipt_differs', about })
      else if (!isSigned && signing.has(channel) && isKept(bundle, stored.stored_at))
        findings.push({ code: 'receipt_unsigned', about })
      const at = stored.device_at
      receipts.push({ instruction, device, channel, kind: stored.kind, at, isSigned })
    }
    if (bundle.v > 1 && claimOf(delivery) > rungOf(delivery))
      findings.push({ code: 'state_without_receipt', about: `${device} ${delivery.state}` })
  }
  return { findings, receipts }
}

const keyOf = (...parts: string[]): string => JSON.stringify(parts)

const faultOf = (
  report: ProofReport,
  bundle: ProofBundle,
  tools: ProofTools,
  trusted: ReadonlyMap<string, ReadonlySet<string>> | null,
): 'report_key_unknown' | 'report_key_untrusted' | 'report_not_signed' | null => {
  const at = Date.parse(report.receivedAt)
  const isHeld = bundle.deviceKeys.some(
    ({ device, publicKey, madeAt, validUntil, revokedAt }) =>
      device === report.device &&
      publicKey === report.key &&
      Date.parse(madeAt) <= at &&
      [validUntil, revokedAt].every((end) => end === null || at < Date.parse(end) + GRACE_MS),
  )
  if (!isHeld) return 'report_key_unknown'
  if (trusted && !trusted.get(report.device)?.has(report.key)) return 'report_key_untrusted'
  const read = readReport(report.signed)
  const isTimely = read && Math.abs(read.timestamp * 1000 - at) <= TOLERANCE_MS + GRACE_MS
  return isTimely && tools.isSigned(report.key, report.signed, report.signature) === true
    ? null
    : 'report_not_signed'
}

/** Before reports were kept there is nothing to hold a receipt against. */
const isKept = ({ reportsSince }: ProofBundle, storedAt: string): boolean =>
  typeof reportsSince === 'string' && Date.parse(storedAt) >= Date.parse(reportsSince)

const isAsSaid = (one: SaidReceipt, stored: Stored, madeAt: string | undefined): boolean =>
  (one.detail ?? null) === (stored.detail ?? null) &&
  Math.abs((one.seconds ?? -1) - (stored.seconds ?? -1)) < 0.01 &&
  stableText(one.proof ?? null) === stableText(stored.proof ?? null) &&
  isItsTime(one.at, stored, madeAt)

/** The device's own time, but neither before the instruction nor after the report came. */
const isItsTime = (said: string | undefined, stored: Stored, madeAt = ''): boolean => {
  if (said === undefined) return true // a heartbeat tells none: it is the hub's
  const at = Date.parse(stored.device_at)
  const own = Date.parse(said)
  if (own === at) return true
  const isRaised = own < at && stored.device_at === madeAt
  const isLowered = own > at && Math.abs(Date.parse(stored.stored_at) - at) < STORING_MS
  return isRaised || isLowered
}

/** A state that says how far a device came is called as the receipt that says so. */
const claimOf = ({ state }: ProofDelivery): number => rungOfReceipt(state)

const rungOf = ({ receipts }: ProofDelivery): number =>
  Math.max(0, ...receipts.map(({ kind }) => rungOfReceipt(String(kind))))
