import type { ClientBase } from 'pg'
import { isoDay } from '#domain/text/formatDate.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import type { Audience, Content, MediaFile } from '../types.ts'
import { askForForms } from './askForForms.ts'
import { fileEntries } from './content/fileEntries.ts'
import { madeEntries } from './content/madeEntries.ts'
import { readReceivers } from './content/readReceivers.ts'
import { bulletinOf, siteName } from '../bulletin.ts'
import { spokenOf } from './content/spokenOf.ts'
import { wantedForms } from './content/wantedForms.ts'
import { theForms } from './formsOptions.ts'

/** A release as far as its content is concerned; `FollowedRelease` fits. */
export type ReleaseOfContent = {
  log: string
  seq: number
  /** Canonical text. */
  body: string
  releasedAt: string
}

/**
 * What a released bulletin says and shows, for those who are to receive it: its texts, the files the board approved, and
 * what was made of the text so far (speech, screens for boards). Nothing is made here, so that nothing waits: what is
 * missing is asked for on the same transaction, and follows to the devices that cannot do without it.
 *
 * @param options.audience whose devices decide which forms and sizes are needed
 * @example const content = await contentOf(client, { release, audience })
 */
export const contentOf = async (
  client: ClientBase,
  options: { release: ReleaseOfContent; audience: Audience },
): Promise<Content> => {
  const { release, audience } = options
  const bulletin = bulletinOf(release.body)
  const sql = sqlOn(client)
  const receivers = await readReceivers(sql, audience, isoDay(release.releasedAt))
  const wanted = theForms().mediaDir
    ? wantedForms({
        bulletin,
        receivers,
        issuer: await siteName(client, release.log),
        issuedAt: release.releasedAt,
      })
    : []
  const made = await madeEntries(sql, wanted)
  if (made.isMissing) await askForForms(client, release)
  const files = await fileEntries(sql, bulletin)
  return {
    title: bulletin.title,
    text: bulletin.text,
    spokenText: spokenOf(bulletin),
    language: bulletin.language,
    topic: bulletin.topic ?? null,
    media: inOrder([...made.entries, ...files]),
  }
}

/** Sound first; screens of text before a picture, in their order. */
const inOrder = (media: MediaFile[]): MediaFile[] => {
  const rank = { audio: 0, image: 1, video: 2 }
  return media.toSorted((a, b) => rank[a.role] - rank[b.role])
}
