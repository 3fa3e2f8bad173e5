import type { ClientBase } from 'pg'
import type { FollowedRelease } from '#plugins/release-log/index.ts'
import { siteName } from './bulletin.ts'
import { issueDispatch } from './issueDispatch.ts'
import type { Audience, Content, Priority } from './types.ts'

/** The newest instruction of a chain, and for whom and how long all of it was meant. */
type Standing = {
  isCancel: boolean
  isOver: boolean
  priority: Priority
  audience: Audience
  expiresAt: Date | null
}

/**
 * Cancels what a release put an end to, on every device that may have had it: for all whom any instruction of the chain was
 * meant for, and for as long as any of them may sound. What is cancelled already stays as it is.
 *
 * @param options.isWithdrawn also what was never given, or has run out, is followed by a cancellation, which reaches nobody
 */
export const endChain = async (
  client: ClientBase,
  options: {
    chain: string
    release: Pick<FollowedRelease, 'log' | 'seq' | 'docId' | 'releasedAt'>
    content: Content
    /** Other than that the release says so; also what has run out is then ended, where it once had more time. */
    cause?: string
    isWithdrawn?: { priority: Priority; audience: Audience; expiresAt: string | null }
  },
): Promise<void> => {
  const { chain, release, content, isWithdrawn, cause } = options
  const standing = await readStanding(client, chain)
  if (standing?.isCancel) return
  if (!isWithdrawn && (!standing || (standing.isOver && !cause))) return
  await issueDispatch(client, {
    chain,
    cause: cause ?? `release/${release.log}/${release.seq}`,
    kind: 'cancel',
    priority: standing?.priority ?? isWithdrawn?.priority ?? 'emergency',
    release: { log: release.log, seq: release.seq, docId: release.docId },
    content,
    issuer: await siteName(client, release.log),
    issuedAt: release.releasedAt,
    effectiveAt: release.releasedAt,
    expiresAt: standing
      ? (standing.expiresAt?.toISOString() ?? null)
      : (isWithdrawn?.expiresAt ?? null),
    audience: standing?.audience ?? isWithdrawn?.audience ?? { areas: [], groups: [], devices: [] },
  })
}

const readStanding = async (client: ClientBase, chain: string): Promise<Standing | undefined> => {
  const { rows } = await client.query<Standing>(STANDING, [chain])
  return rows[0]
}

/** Until when anything of a chain may sound; null: without end. */
export const lastExpiryOf = async (client: ClientBase, chain: string): Promise<string | null> =>
  (await readStanding(client, chain))?.expiresAt?.toISOString() ?? null

const named = (key: keyof Audience): string =>
  `'${key}', (select coalesce(jsonb_agg(distinct code), '[]') from given, jsonb_array_elements_text(given.audience->'${key}') code)`

const STANDING = `with given as materialized (
    select number, kind, priority, audience, expires_at from dispatch.dispatches where chain = $1 and kind <> 'test')
  select kind = 'cancel' as "isCancel", coalesce(expires_at <= now(), false) as "isOver", priority,
    jsonb_build_object(${named('areas')}, ${named('groups')}, ${named('devices')}) as audience,
    (select case when bool_and(expires_at is not null) then max(expires_at) end from given) as "expiresAt"
  from given order by number desc limit 1`
