import type { ClientBase } from 'pg'
import { bodyOf, bulletinOf, cancelOf, siteName } from '../../bulletin.ts'
import type { Bulletin } from '../../bulletin.ts'
import { contentOf } from '../../forms/contentOf.ts'
import { issueDispatch } from '../../issueDispatch.ts'
import type { Audience } from '../../types.ts'
import { theProgramme } from '../options.ts'
import type { Airing } from './airing.ts'

/**
 * Gives an airing, as it stands now, to the commune's devices of its medium: `alert` the first time, `update` when it was
 * changed afterwards, `cancel` when it is not to be. Each version is given once.
 */
export const issueAiring = async (
  client: ClientBase,
  airing: Airing,
  kind: 'alert' | 'update' | 'cancel',
  reason?: string | null,
): Promise<string | null> => {
  const { log, seq, docId } = airing
  const body = await bodyOf(client, { body: null, docId, log, seq: seq + 1 })
  if (!body) throw new Error(`dispatch: no text of bulletin ${docId} for an airing`)
  const bulletin = bulletinOf(body)
  const audience = await audienceOf(client, airing, bulletin)
  const issuedAt = await releasedAt(client, airing)
  return issueDispatch(client, {
    chain: `airing/${airing.id}`,
    cause: `airing/${airing.id}/${airing.version}`,
    kind,
    priority: airing.priority,
    release: { log, seq, docId },
    airingId: airing.id,
    content:
      kind === 'cancel'
        ? cancelOf(bulletin, reason)
        : await contentOf(client, { release: { log, seq, body, releasedAt: issuedAt }, audience }),
    issuer: await siteName(client, log),
    issuedAt,
    effectiveAt: airing.startsAt.toISOString(),
    expiresAt: endOf(airing).toISOString(),
    audience,
  })
}

/** A device may still take it up after an emergency, but plays it no later, nor when its bulletin says nothing any more. */
const endOf = ({ startsAt, seconds, expiresAt }: Airing): Date => {
  const latest = startsAt.getTime() + seconds * 1000 + theProgramme().resumeWithinMinutes * 60_000
  return new Date(Math.min(latest, expiresAt?.getTime() ?? Infinity))
}

const releasedAt = async (client: ClientBase, { log, seq }: Airing): Promise<string> => {
  const { rows } = await client.query<{ at: Date }>(
    'select released_at as at from release.releases where log = $1 and seq = $2',
    [log, seq],
  )
  return (rows[0]?.at ?? new Date(0)).toISOString()
}

/**
 * The commune as a whole where all its devices are of the medium, so that one message serves all; else its devices of that
 * medium. A bulletin meant for groups only goes to those of the groups.
 */
const audienceOf = async (
  client: ClientBase,
  { unitCode, medium }: Airing,
  bulletin: Bulletin,
): Promise<Audience> => {
  const { rows } = await client.query<{ code: string; isMeant: boolean }>(
    `select d.code, (d.device_class::text = 'ledBoard') = ($2 = 'board') and (
         cardinality($4::int[]) = 0
         or exists (select from public.units a where a.id = any($3::int[]) and (a.id = u.id or a.kind = 'city'))
         or exists (select from public.devices_rels r where r.parent_id = d.id and r.device_groups_id = any($4::int[]))
       ) as "isMeant"
     from public.devices d join public.units u on u.id = d.unit_id
     where u.code = $1 and d.lifecycle = 'active' order by d.code`,
    [unitCode, medium, bulletin.areas ?? [], bulletin.deviceGroups ?? []],
  )
  const meant = rows.filter((one) => one.isMeant)
  if (meant.length > 0 && meant.length === rows.length)
    return { areas: [unitCode], groups: [], devices: [] }
  return { areas: [], groups: [], devices: meant.map((one) => one.code) }
}
