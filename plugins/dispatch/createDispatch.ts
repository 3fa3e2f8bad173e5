import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { laneOf } from '#domain/dispatch/deliveryState.ts'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import type { FollowedRelease } from '#plugins/release-log/index.ts'

type Bulletin = {
  title: string
  text: string
  spokenText?: string
  priority: 'emergency' | 'priority' | 'normal'
  messageKind?: 'alert' | 'update' | 'cancel' | 'exercise'
  topic?: string
  areas?: number[]
  deviceGroups?: number[]
  broadcastAt?: string
  expiresAt?: string
  audio?: { url: string; sha256: string; mimeType: string; filesize: number }
}

/**
 * Makes a dispatch and its deliveries of a released bulletin, on the follower's transaction. An update replaces what has
 * not been sent yet; a withdrawal is a cancellation to those devices only that may have got the earlier message.
 */
export const createDispatch = async (
  client: ClientBase,
  release: FollowedRelease,
): Promise<void> => {
  const earlier = await earlierBody(client, release)
  const body = release.body ?? earlier
  if (!body) return
  const bulletin = bulletinOf(body)
  const isCancel = release.kind === 'withdraw' || bulletin.messageKind === 'cancel'
  const kind = isCancel
    ? 'cancel'
    : release.kind === 'publish'
      ? (bulletin.messageKind ?? 'alert')
      : 'update'
  const issuer = await siteName(client, release.log)
  const effectiveAt = bulletin.broadcastAt ?? release.releasedAt
  const snapshot = JSON.stringify({
    kind,
    priority: bulletin.priority,
    sequence: Number(release.seq),
    log: release.log,
    issuer,
    issuedAt: release.releasedAt,
    effectiveAt,
    expiresAt: bulletin.expiresAt ?? null,
    topic: bulletin.topic ?? null,
    title: bulletin.title,
    text: isCancel ? (release.explanation ?? bulletin.text) : bulletin.text,
    spokenText: isCancel ? null : (bulletin.spokenText ?? bulletin.text),
    audio: isCancel ? null : (bulletin.audio ?? null),
    bulletin: release.docId,
  })
  const { rows } = await client.query<{ id: string }>(
    `insert into dispatch.dispatches (log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256, effective_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (log, seq) do nothing returning id`,
    [
      release.log,
      release.seq,
      release.docId,
      kind,
      bulletin.priority,
      bulletin.title,
      issuer,
      snapshot,
      createHash('sha256').update(snapshot).digest('hex'),
      effectiveAt,
      bulletin.expiresAt ?? null,
    ],
  )
  const id = rows[0]?.id
  if (!id) return
  const lane = laneOf(bulletin.priority)
  await (isCancel
    ? targetEarlier(client, id, release.docId, lane)
    : targetAreas(client, id, bulletin, lane))
  await supersedeEarlier(client, id, release.docId)
  const job = {
    task: 'dispatchDeliver',
    payload: { lane },
    jobKey: `dispatchDeliver:${lane}`,
    priority: lane,
  }
  await client.query(ADD_JOB, addJobValues(job))
}

const bulletinOf = (body: string): Bulletin => {
  const { locales } = JSON.parse(body) as { locales: Record<string, Bulletin> }
  const bulletin = locales.vi ?? Object.values(locales)[0]
  if (!bulletin) throw new Error('dispatch: a released bulletin has no language')
  return bulletin
}

/** A withdrawal has no body; what it withdraws has. */
const earlierBody = async (
  client: ClientBase,
  release: FollowedRelease,
): Promise<string | null> => {
  const { rows } = await client.query<{ body: string }>(
    `select body from release.releases where collection = 'bulletins' and doc_id = $1 and log = $2 and seq < $3 and body is not null
     order by seq desc limit 1`,
    [release.docId, release.log, release.seq],
  )
  return rows[0]?.body ?? null
}

const siteName = async (client: ClientBase, log: string): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select coalesce(l.name, s.code) as name from public.sites s
     left join public.sites_locales l on l._parent_id = s.id and l._locale = 'vi' where s.code = $1`,
    [log],
  )
  return rows[0]?.name ?? log
}

/** Only active devices: a connection test and a security check come before anything is sent (S-6.2, S-8.4). */
const targetAreas = async (client: ClientBase, id: string, bulletin: Bulletin, lane: number) => {
  await client.query(
    `insert into dispatch.deliveries (dispatch_id, device_id, device_code, unit_code, channel, address, lane)
     select $1, d.id, d.code, u.code, d.channel::text, d.address, $4
     from public.devices d join public.units u on u.id = d.unit_id
     where d.lifecycle = 'active' and (
       d.unit_id = any($2::int[])
       or exists (select from public.units a where a.id = any($2::int[]) and a.kind = 'city')
       or exists (select from public.devices_rels r where r.parent_id = d.id and r.device_groups_id = any($3::int[]))
     )
     on conflict do nothing`,
    [id, bulletin.areas ?? [], bulletin.deviceGroups ?? [], lane],
  )
}

/** A cancellation goes to devices that were handed, or may at this moment be handed, an earlier message. */
const targetEarlier = async (client: ClientBase, id: string, docId: number, lane: number) => {
  await client.query(
    `insert into dispatch.deliveries (dispatch_id, device_id, device_code, unit_code, channel, address, lane)
     select distinct on (l.device_id) $1::uuid, l.device_id, l.device_code, l.unit_code, l.channel, l.address, $3::smallint
     from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
     where d.doc_id = $2 and d.id <> $1 and (l.accepted_at is not null or l.attempts > 0 or l.lease_until > now())
     on conflict do nothing`,
    [id, docId, lane],
  )
}

const supersedeEarlier = async (client: ClientBase, id: string, docId: number) => {
  await client.query(
    `update dispatch.deliveries l set state = 'superseded', changed_at = clock_timestamp()
     from dispatch.dispatches d where d.id = l.dispatch_id and d.doc_id = $2 and d.id <> $1 and l.state = 'queued'`,
    [id, docId],
  )
}
