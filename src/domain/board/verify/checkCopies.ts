import type { LedgerAct } from '../ledgerEntry.ts'
import type { AuditRow, Proofs } from './auditRecord.ts'
import type { FindingCode, Note } from './finding.ts'
import { readCopy } from './readCopy.ts'
import type { CopyFields, CopyText } from './readCopy.ts'

/** The database asks when it happens; releases of other logs that were not committed yet are not held against it. */
const TOLERANCE_MS = 10 * 60_000

/** A release of a document that a decision about copies is about. */
type Shown = {
  log: string
  seq: number
  at: number
  kind: string
  decision: string
  /** Null of a withdrawal. */
  text: CopyText | null
}

type OriginOf = { log: string; seq: number; document: number }
type Say = (code: FindingCode, about?: string) => void

/**
 * Decisions that rest on another log: that the copy says what its origin had released last, that the consent was measured by
 * what the origin is, that an origin's withdrawal is really there. Takes the entries first, then the releases.
 */
export const checkCopies = (options: { proofs: Proofs; note: Note }) => {
  const fields = new Map<string, CopyFields>()
  const asked: LedgerAct[] = []
  const releases = new Map<string, Shown[]>()
  const decisionAt = new Map<string, string>()

  const want = (collection: unknown, document: unknown) => {
    const key = keyOf(collection, document)
    if (!releases.has(key)) releases.set(key, [])
  }

  const isEmergency = (
    decision: LedgerAct | undefined,
    decisions: ReadonlyMap<string, LedgerAct>,
    depth = 0,
  ): boolean => {
    if (decision?.capacity === 'emergency') return true
    if (decision?.capacity !== 'consent' || depth > 20) return false
    const { log, seq } = originOf(decision)
    return isEmergency(decisions.get(decisionAt.get(`${log}/${seq}`) ?? ''), decisions, depth + 1)
  }

  return {
    project: (row: AuditRow): void => {
      fields.set(String(row.collection), {
        free: [row.site, row.slug, row.category, 'origin'].filter((one) => typeof one === 'string'),
        category: textOrNull(row.category),
        kind: textOrNull(row.kind),
      })
    },
    takeEntry: (act: LedgerAct): void => {
      const { content: c } = act
      if (act.kind === 'release')
        decisionAt.set(`${String(c.log)}/${String(c.seq)}`, String(c.decision))
      if (act.kind !== 'decision') return
      const isIncoming = (c.review as { isIncoming?: boolean } | undefined)?.isIncoming === true // as signed
      const isCopy = act.capacity === 'consent' || act.capacity === 'origin'
      if (!isIncoming && !isCopy) return
      asked.push(act)
      want(c.collection, c.document)
      if (isCopy) want(c.collection, originOf(act).document)
    },
    takeRelease: (row: AuditRow): void => {
      const known = releases.get(keyOf(row.collection, row.doc_id))
      if (!known) return
      known.push({
        log: String(row.log),
        seq: Number(row.seq),
        at: Date.parse(String(row.released_at)),
        kind: String(row.kind),
        decision: String(row.decision_id),
        text: readCopy(row.body, fields.get(String(row.collection)), options.proofs),
      })
    },
    finish: (decisions: ReadonlyMap<string, LedgerAct>): void => {
      for (const act of asked) {
        const say: Say = (code, about) =>
          options.note({
            code,
            table: 'editorial.ledger',
            key: `${act.board}/${act.n}`,
            ...(about === undefined ? {} : { about }),
          })
        const { content: c } = act
        const own = releases.get(keyOf(c.collection, c.document)) ?? []
        const made = own.find((one) => one.decision === c.id)
        if (!made) continue
        const before = lastBefore(own, made)
        if (act.capacity !== 'consent' && act.capacity !== 'origin') {
          if (!made.text?.origin) say('not_incoming')
          continue
        }
        const { log, seq, document } = originOf(act)
        const theirs = releases.get(keyOf(c.collection, document)) ?? []
        const origin = theirs.find((one) => one.log === log && one.seq === seq)
        if (!origin || origin.log === made.log) {
          say('origin_missing', `${log}/${seq}`)
          continue
        }
        if (isOvertaken(theirs, origin, made)) say('origin_stale', `${log}/${seq}`)
        if (act.capacity === 'origin') {
          const by = decisions.get(origin.decision)?.by
          judgeWithdrawal({ act, origin, before, theirs, by, say })
          continue
        }
        const measured = {
          category: origin.text?.category ?? null,
          contentKind: origin.text?.kind ?? null,
          isEmergency: isEmergency(decisions.get(origin.decision), decisions),
        }
        for (const [name, value] of Object.entries(measured))
          if ((c[name] ?? null) !== value) say('consent_exceeded', name)
        judgeCopy({ made, origin, before, theirs, decisions, say })
      }
    },
  }
}

type Judged = { origin: Shown; before: Shown | undefined; theirs: readonly Shown[]; say: Say }

const judgeCopy = (
  of: Judged & { made: Shown; decisions: ReadonlyMap<string, LedgerAct> },
): void => {
  const { made, origin, before, theirs, say } = of
  const place = `${origin.log}/${origin.seq}`
  if (!origin.text) say('origin_missing', place)
  else if (made.text?.content !== origin.text.content || !isNamed(made.text, origin))
    say('copy_differs', place)
  const isPublic = before !== undefined && before.kind !== 'withdraw'
  if (isPublic === (made.kind === 'publish')) say('consent_exceeded', made.kind)
  if (before?.kind === 'withdraw' && of.decisions.get(before.decision)?.capacity !== 'origin')
    say('consent_exceeded', `${before.log}/${before.seq}`)
  if (
    isPublic &&
    !theirs.some((one) => one.at < origin.at && one.text?.content === before.text?.content)
  )
    say('copy_adapted', `${before.log}/${before.seq}`)
}

const judgeWithdrawal = (of: Judged & { act: LedgerAct; by: number | null | undefined }): void => {
  const { act, origin, before, theirs, say } = of
  const cameFrom =
    origin.kind === 'withdraw' &&
    before?.text?.origin !== undefined &&
    (isOf(before.text.origin, origin, of.act) ||
      (before.text.origin.hops.includes(origin.log) &&
        theirs.some((one) => one.text?.origin?.root === before.text?.origin?.root)))
  if (!cameFrom) say('origin_missing', `${origin.log}/${origin.seq}`)
  if (of.by !== act.by) say('role_not_in_force', `account ${String(act.by)}, origin`)
}

/** A copy names the release it was taken from, or, of something handed on, the same origin as that release does. */
const isNamed = (copy: CopyText, origin: Shown): boolean => {
  const said = copy.origin
  if (!said) return false
  const isDirect =
    said.site === origin.log && said.seq === origin.seq && said.sha256 === origin.text?.sha256
  return isDirect || (origin.text?.origin !== undefined && said.name === origin.text.origin.name)
}

const isOf = (
  said: NonNullable<CopyText['origin']>,
  origin: Shown,
  { content: c }: LedgerAct,
): boolean => {
  const { document } = c.origin as OriginOf // as signed
  return said.root === [origin.log, String(c.collection), String(document)].join(' ')
}

const isOvertaken = (theirs: readonly Shown[], origin: Shown, made: Shown): boolean =>
  theirs.some((one) => one !== origin && one.at > origin.at && one.at + TOLERANCE_MS < made.at)

const lastBefore = (own: readonly Shown[], made: Shown): Shown | undefined =>
  own
    .filter((one) => one.at < made.at || (one.at === made.at && one.seq < made.seq))
    .sort((a, b) => a.at - b.at || a.seq - b.seq)
    .at(-1)

/** What an entry says it rests on; nothing when it says none. */
const originOf = ({ content }: LedgerAct): OriginOf =>
  (content.origin as OriginOf | undefined) ?? { log: '', seq: 0, document: 0 } // as the plugin signs it

const keyOf = (collection: unknown, document: unknown) =>
  `${String(collection)}#${String(document)}`

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
