import type { PayloadRequest } from 'payload'
import { poolOf } from '../poolOf.ts'
import { stormError } from '../stormError.ts'
import { sites } from '../../registers.ts'

/** An emergency as it was last released. Times are ISO 8601. */
export type Emergency = {
  id: number
  site: number
  siteCode: string
  title: string
  text: string
  spokenText: string | null
  messageKind: string
  /** Its own, else that of the decision it went out by. */
  reasonCode: string | null
  expiresAt: string | null
  /** Until when devices may have it that missed what was said since; null: without end. */
  lastsUntil: string | null
  /** Codes. */
  areas: string[]
  groups: string[]
  /** Whether it was not withdrawn. */
  isPublic: boolean
  /** All that was released of it, in Vietnamese. */
  said: Readonly<Record<string, unknown>>
  /** The same in every language it was released in. */
  languages: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

type Row = {
  log: string
  reasonCode: string | null
  ends: (string | null)[]
  kind: string
  body: { locales: Record<string, Record<string, unknown>> }
}

/** The emergency a bulletin holds, from its releases. @throws PortalError bulletin_missing */
export const readEmergency = async (req: PayloadRequest, id: number): Promise<Emergency> => {
  const pool = poolOf(req)
  const { rows } = await pool.query<Row>(
    `select r.log, r.reason_code as "reasonCode", (select l.kind from release.releases l where l.collection = 'bulletins' and l.doc_id = $1
         order by l.released_at desc, l.seq desc limit 1) as kind, r.body::jsonb as body,
       array(select e.body::jsonb #>> '{locales,vi,expiresAt}' from release.releases e
         where e.collection = 'bulletins' and e.doc_id = $1 and e.body::jsonb #>> '{locales,vi,priority}' = 'emergency') as ends
     from release.releases r where r.collection = 'bulletins' and r.doc_id = $1 and r.body is not null
     order by r.released_at desc, r.seq desc limit 1`,
    [id],
  )
  const [row] = rows
  const said = row?.body.locales.vi
  if (!row || said?.priority !== 'emergency') throw stormError('bulletin_missing')
  const codes = await pool.query<{ site: number; areas: string[]; groups: string[] }>(
    `select (select s.id from ${sites()} s where s.code = $1) as site,
       array(select code from public.units where id = any($2::int[]) order by code) as areas,
       array(select code from public.device_groups where id = any($3::int[]) order by code) as groups`,
    [row.log, said.areas ?? [], said.deviceGroups ?? []],
  )
  const [found] = codes.rows
  if (!found) throw stormError('bulletin_missing')
  return {
    id,
    ...found,
    siteCode: row.log,
    title: textIn(said, 'title') ?? '',
    text: textIn(said, 'text') ?? '',
    spokenText: textIn(said, 'spokenText'),
    messageKind: textIn(said, 'messageKind') ?? 'alert',
    reasonCode: textIn(said, 'reasonCode') ?? row.reasonCode,
    expiresAt: textIn(said, 'expiresAt'),
    lastsUntil: lastOf(row.ends),
    isPublic: row.kind !== 'withdraw',
    said,
    languages: row.body.locales,
  }
}

/**
 * Neither withdrawn nor ended nor over: only then is there something to correct, to prolong or to end. A device that missed a
 * shortening keeps what it has until the longest end that was ever said.
 */
export const isInForce = (emergency: Emergency, now: Date): boolean =>
  emergency.isPublic &&
  emergency.messageKind !== 'cancel' &&
  (emergency.lastsUntil === null || Date.parse(emergency.lastsUntil) > now.getTime())

/** @throws PortalError not_in_force */
export const demandInForce = (emergency: Emergency, now: Date): void => {
  if (!isInForce(emergency, now)) throw stormError('not_in_force')
}

const lastOf = (ends: readonly (string | null)[]): string | null =>
  ends.reduce<string | null>(
    (last, one) =>
      last === null || one === null ? null : Date.parse(one) > Date.parse(last) ? one : last,
    ends[0] ?? null,
  )

const textIn = (said: Record<string, unknown>, name: string): string | null => {
  const value = said[name]
  return typeof value === 'string' ? value : null
}
