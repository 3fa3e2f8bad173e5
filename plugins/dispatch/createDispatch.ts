import type { ClientBase } from 'pg'
import type { JobContext } from '#kit/jobContext.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import type { FollowedRelease } from '#plugins/release-log/index.ts'
import { bodyOf, bulletinOf, cancelOf, isTakenBack, siteName } from './bulletin.ts'
import type { Bulletin } from './bulletin.ts'
import { holdChain } from './engine/holdChain.ts'
import { endChain, lastExpiryOf } from './endChain.ts'
import { audienceOf } from './forms/audienceOf.ts'
import { contentOf } from './forms/contentOf.ts'
import { devicesLeftOut, issueDispatch } from './issueDispatch.ts'
import { followProgramme } from './programme/followProgramme.ts'
import { narrowAudience } from './narrowAudience.ts'
import type { Audience, DispatchKind, DispatchOrder } from './types.ts'

type Logger = Pick<JobContext['logger'], 'warn'>

/**
 * Follows a released bulletin: an emergency or an exercise is given at once; an update replaces what was given; a withdrawal,
 * or an update that makes it less than an emergency, cancels it on those devices only that may have got it. What an
 * emergency supersedes ends with the same release. All others are offered to the communes.
 *
 * @param logger is told what a site named beyond its own unit
 */
export const createDispatch = async (
  client: ClientBase,
  release: FollowedRelease,
  now: Date,
  logger?: Logger,
): Promise<void> => {
  const body = await bodyOf(client, release)
  if (!body) return
  const bulletin = bulletinOf(body)
  await followProgramme(client, { release, bulletin, now })
  const isAtOnce = bulletin.priority === 'emergency' || bulletin.messageKind === 'exercise'
  const isOver = release.kind === 'withdraw' || bulletin.messageKind === 'cancel'
  if (isAtOnce && !isOver) {
    if (await isTakenBack(client, release)) return
    await give(client, { release, body, bulletin, logger })
    await endSuperseded(client, { release, bulletin })
  } else await end(client, { release, bulletin, isAtOnce })
}

const chainOf = ({ log }: FollowedRelease, docId: number): string => `bulletin/${log}/${docId}`

const reachOf = async (client: ClientBase, { log }: FollowedRelease, bulletin: Bulletin) =>
  narrowAudience(client, log, await audienceOf(sqlOn(client), bulletin))

const give = async (
  client: ClientBase,
  {
    release,
    body,
    bulletin,
    logger,
  }: { release: FollowedRelease; body: string; bulletin: Bulletin; logger: Logger | undefined },
) => {
  const { audience, dropped } = await reachOf(client, release, bulletin)
  const reasonCode = bulletin.reasonCode ?? release.reasonCode
  if (dropped.length > 0) {
    const { log, seq, docId } = release
    logger?.warn(
      { log, seq, docId, dropped },
      'dispatch: a site speaks to the devices of its own unit only',
    )
  }
  const order = {
    chain: chainOf(release, release.docId),
    cause: `release/${release.log}/${release.seq}`,
    priority: bulletin.priority,
    release: { log: release.log, seq: release.seq, docId: release.docId },
    issuer: await siteName(client, release.log),
    issuedAt: release.releasedAt,
  }
  await cancelLeftOut(client, { order, bulletin, audience })
  await issueDispatch(client, {
    ...order,
    kind: kindOf(release, bulletin),
    content: await contentOf(client, { release: { ...release, body }, audience }),
    effectiveAt: bulletin.broadcastAt ?? release.releasedAt,
    expiresAt: bulletin.expiresAt ?? null,
    audience,
    ...(reasonCode ? { reasonCode } : {}),
    isOverride: bulletin.isOverride ?? false,
  })
}

/** Devices that had it, and that an update does not speak to any more, are told that it is over for them. */
const cancelLeftOut = async (
  client: ClientBase,
  told: {
    order: Pick<DispatchOrder, 'chain' | 'cause' | 'priority' | 'release' | 'issuer' | 'issuedAt'>
    bulletin: Bulletin
    audience: Audience
  },
) => {
  const { order, bulletin, audience } = told
  await holdChain(client, order.chain)
  const devices = await devicesLeftOut(client, { chain: order.chain, audience })
  if (devices.length === 0) return
  await issueDispatch(client, {
    ...order,
    cause: `${order.cause}/left-out`,
    kind: 'cancel',
    content: cancelOf(bulletin, LEFT_OUT[bulletin.language] ?? LEFT_OUT.vi),
    effectiveAt: order.issuedAt,
    expiresAt: await lastExpiryOf(client, order.chain),
    audience: { areas: [], groups: [], devices },
    isAddition: true,
  })
}

const LEFT_OUT: Record<string, string> = {
  vi: 'Bản tin đã được cập nhật và không còn áp dụng cho địa bàn này.',
  en: 'The bulletin has been updated and no longer applies to this area.',
}

/** A bulletin that was never more than priority has no chain of its own; then there is nothing to end. */
const end = async (
  client: ClientBase,
  {
    release,
    bulletin,
    isAtOnce,
  }: { release: FollowedRelease; bulletin: Bulletin; isAtOnce: boolean },
) => {
  const { priority, expiresAt = null } = bulletin
  const { audience } = await reachOf(client, release, bulletin)
  await endChain(client, {
    chain: chainOf(release, release.docId),
    release,
    content: cancelOf(bulletin, release.explanation),
    ...(isAtOnce ? { isWithdrawn: { priority, expiresAt, audience } } : {}),
  })
}

/** Of its own site's only: no site ends what another one has said. */
const endSuperseded = async (
  client: ClientBase,
  { release, bulletin }: { release: FollowedRelease; bulletin: Bulletin },
) => {
  const { supersedes, title } = bulletin
  if (!supersedes || supersedes === release.docId) return
  if (bulletin.priority !== 'emergency' || bulletin.messageKind === 'exercise') return
  if (await isReleasedAnew(client, release, supersedes)) return
  await endChain(client, {
    chain: chainOf(release, supersedes),
    release,
    content: cancelOf(bulletin, `Thay bằng: ${title}`),
  })
}

/** Whether what a bulletin supersedes was released again after the bulletin first said so: nobody has decided to end that. */
const isReleasedAnew = async (
  client: ClientBase,
  { log, docId }: FollowedRelease,
  supersedes: number,
): Promise<boolean> => {
  const { rowCount } = await client.query(
    `select from release.releases a where a.log = $1 and a.collection = 'bulletins' and a.doc_id = $3 and a.body is not null
       and a.seq > (select min(b.seq) from release.releases b, json_each(b.body::json -> 'locales') l
         where b.log = $1 and b.collection = 'bulletins' and b.doc_id = $2 and b.body is not null
           and l.value ->> 'supersedes' = $3::int::text) limit 1`,
    [log, docId, supersedes],
  )
  return rowCount === 1
}

const kindOf = (release: FollowedRelease, bulletin: Bulletin): DispatchKind =>
  bulletin.messageKind === 'exercise'
    ? 'exercise'
    : release.kind === 'publish'
      ? (bulletin.messageKind ?? 'alert')
      : 'update'
