import type { FollowedRelease } from '#plugins/release-log/index.ts'
import type { Sql } from '#kit/transaction.ts'
import { readFrozenText } from '../copies/frozenText.ts'
import { crossPosted, theOptions } from '../options.ts'
import type { Mode, ProposalReason } from '../types.ts'
import { followWithdrawal, withdrawLate } from './followWithdrawal.ts'
import { offeredRelease } from './offeredRelease.ts'
import { maxHops, openProposals } from './openProposals.ts'
import type { Offered, Target } from './openProposals.ts'
import { tellProposed } from './tellProposed.ts'

/**
 * What one release means for other logs: whoever subscribed, has a copy or was offered an earlier version is offered this
 * one. A withdrawal takes every copy down. Bulk imports are old content and offer nothing.
 */
export const followRelease = async (sql: Sql, release: FollowedRelease): Promise<void> => {
  if (release.isImport || !crossPosted(release.collection)) return
  const { kind, body, sha256 } = release
  if (kind === 'withdraw') return followWithdrawal(sql, release)
  if (body === null || sha256 === null) return
  const text = readFrozenText(release.collection, body)
  if (text.origin) await withdrawLate(sql, release, text.origin)
  const isEmergencyLane = await wentByTheLane(sql, release.decisionId)
  const offered = offeredRelease({ ...release, kind, sha256, isEmergencyLane }, text)
  const targets = await targetsOf(sql, offered)
  const opened = await openProposals(sql, offered, targets)
  await tellProposed(
    sql,
    offered,
    opened.filter((one) => !one.mayEnter),
  )
}

const wentByTheLane = async (sql: Sql, decisionId: string): Promise<boolean> => {
  const { rows } = await sql.query<{ capacity: string }>(
    'select capacity from release.decisions where id = $1::uuid',
    [decisionId],
  )
  return rows[0]?.capacity === 'emergency'
}

type Held = { log: string; mode: Mode; isAdapted: boolean }

const targetsOf = async (sql: Sql, offered: Offered): Promise<Target[]> => {
  const isHandedOn = offered.root.log !== offered.originLog
  const earlier = await supersede(sql, offered)
  const held = isHandedOn ? new Map<string, Held>() : await copiesOf(sql, offered)
  const subscribers =
    offered.hops.length > maxHops()
      ? []
      : await theOptions().board.subscribersOf(sql, { ...offered, sourceLog: offered.originLog })
  const consents = new Map(subscribers.map((one) => [one.log, one]))
  const logs = new Set([...earlier.keys(), ...held.keys(), ...consents.keys()])
  return [...logs].map((log) => {
    const consent = consents.get(log)
    const copy = held.get(log)
    const before = earlier.get(log)
    const mode = copy?.mode ?? before?.mode ?? 'copy'
    const isLet =
      consent &&
      (consent.mayPublish || consent.mayUpdate || (offered.isEmergency && consent.mayEmergency))
    return {
      log,
      reason: before?.reason ?? (copy ? 'update' : 'subscription'),
      mode,
      note: before?.note ?? null,
      offeredBy: before?.offeredBy ?? null,
      consentId: consent?.consentId ?? null,
      // Something handed on never enters by itself, and nobody's own words are overwritten.
      mayEnter: Boolean(isLet) && !isHandedOn && mode === 'copy' && !copy?.isAdapted,
    }
  })
}

type Earlier = {
  log: string
  reason: ProposalReason
  mode: Mode
  note: string | null
  offeredBy: number | null
}

/** Proposals of earlier versions that nobody took up yet give way; what is on a desk stays there as it is. */
const supersede = async (sql: Sql, offered: Offered): Promise<Map<string, Earlier>> => {
  const { rows } = await sql.query<Earlier>(
    `update cross_posting.proposals p set state = 'superseded', settled_at = clock_timestamp()
     where p.origin_log = $1 and p.collection = $2 and p.origin_doc_id = $3::int and p.origin_seq < $4::bigint
       and p.state = 'proposed'
     returning p.log, p.reason, p.mode, p.note, p.offered_by as "offeredBy"`,
    [offered.originLog, offered.collection, offered.originDocId, offered.originSeq],
  )
  return new Map(rows.map((one) => [one.log, one]))
}

const copiesOf = async (sql: Sql, offered: Offered): Promise<Map<string, Held>> => {
  const { log, collection, id } = offered.root
  const { rows } = await sql.query<Held>(
    `select log, mode, is_adapted as "isAdapted" from cross_posting.copies
     where root_log = $1 and root_collection = $2 and root_id = $3`,
    [log, collection, id],
  )
  return new Map(rows.map((one) => [one.log, one]))
}
