import type { ClientBase } from 'pg'
import { sqlOn } from '#kit/sqlOn.ts'
import type { FollowedRelease } from '#plugins/release-log/index.ts'
import type { Content, Priority } from './types.ts'
import { sites } from './registers.ts'

/** A file within a release, as the board approved it. */
export type ReleasedFile = {
  id: number
  url: string
  sha256: string
  mimeType: string
  filesize: number
  width?: number | null
  height?: number | null
}

/** A bulletin as its board released it, in one language. */
export type Bulletin = {
  language: string
  title: string
  text: string
  spokenText?: string
  priority: Priority
  messageKind?: 'alert' | 'update' | 'cancel' | 'exercise'
  topic?: string
  areas?: number[]
  deviceGroups?: number[]
  broadcastAt?: string
  expiresAt?: string
  reasonCode?: string
  isOverride?: boolean
  /** Another bulletin, which this one puts an end to. */
  supersedes?: number
  audio?: ReleasedFile
  image?: ReleasedFile
  video?: ReleasedFile
}

/** Reads the canonical text of a release, in Vietnamese where it has it. */
export const bulletinOf = (body: string): Bulletin => {
  const { locales } = JSON.parse(body) as { locales: Record<string, Omit<Bulletin, 'language'>> }
  const language = locales.vi ? 'vi' : Object.keys(locales)[0]
  const bulletin = language === undefined ? undefined : locales[language]
  if (!language || !bulletin) throw new Error('dispatch: a released bulletin has no language')
  return { ...bulletin, language }
}

/** What is said when it is over: why, in place of what was said; nothing is read aloud. */
export const cancelOf = (bulletin: Bulletin, reason: string | null | undefined): Content => ({
  title: bulletin.title,
  text: reason ?? bulletin.text,
  spokenText: null,
  language: bulletin.language,
  topic: bulletin.topic ?? null,
  media: [],
})

/** The text of a release; a withdrawal has none, but what it withdraws has. */
export const bodyOf = async (
  client: ClientBase,
  release: Pick<FollowedRelease, 'body' | 'docId' | 'log' | 'seq'>,
): Promise<string | null> => {
  if (release.body) return release.body
  const { rows } = await client.query<{ body: string }>(
    `select body from release.releases where collection = 'bulletins' and doc_id = $1 and log = $2 and seq < $3 and body is not null
     order by seq desc limit 1`,
    [release.docId, release.log, release.seq],
  )
  return rows[0]?.body ?? null
}

/** Whether a release has been taken back by a later one: it is not said any more, however late it is followed. */
export const isTakenBack = async (
  client: ClientBase,
  release: Pick<FollowedRelease, 'docId' | 'log' | 'seq'>,
): Promise<boolean> => {
  const { rowCount } = await client.query(
    `select from release.releases where collection = 'bulletins' and doc_id = $1 and log = $2 and seq > $3 and kind = 'withdraw' limit 1`,
    [release.docId, release.log, release.seq],
  )
  return rowCount === 1
}

/** Who issues what this log releases. */
export const siteName = async (
  connection: Parameters<typeof sqlOn>[0],
  log: string,
): Promise<string> => {
  const { rows } = await sqlOn(connection).query<{ name: string }>(
    `select s.name from ${sites()} s where s.code = $1`,
    [log],
  )
  return rows[0]?.name ?? log
}
