import type { PayloadRequest } from 'payload'
import { isoDay } from '#domain/text/formatDate.ts'
import { speechOf } from '#domain/text/speech/speechOf.ts'
import { unreadIn } from '#domain/text/speech/unreadIn.ts'
import { sqlOf } from '#kit/transaction.ts'
import { audienceOf } from '../audienceOf.ts'
import { readReceivers } from '../content/readReceivers.ts'
import type { Receivers } from '../content/readReceivers.ts'
import { theForms } from '../formsOptions.ts'
import type { PanelInput } from './input.ts'
import type { SizeFinding } from './sizeHintsOf.ts'
import { sizeHintsOf } from './sizeHintsOf.ts'

/** What a bulletin on the screen will be like on the air. */
export type Outlook = {
  /** The text put in words now. */
  suggested: string
  /** Words in capitals that nobody has said how to read. */
  unread: string[]
  sizes: SizeFinding[]
  receivers: Receivers
  canSpeak: boolean
  /** The recording was stored as it came. */
  isUnnormalised: boolean
}

/** Looks ahead, for whoever writes and whoever decides. */
export const outlookOf = async (req: PayloadRequest, input: PanelInput): Promise<Outlook> => {
  const { speech, voice } = theForms()
  const sql = await sqlOf(req)
  const day = isoDay(new Date().toISOString())
  const suggested = speechOf(input.text, speech)
  const recording = input.audio === null ? undefined : await readRecording(req, input.audio)
  return {
    suggested,
    unread: unreadIn(input.text, speech.abbreviations),
    sizes: sizeHintsOf({
      text: input.text,
      spoken: input.spokenText || suggested,
      seconds: recording?.seconds ?? undefined,
      day,
    }),
    receivers: await readReceivers(sql, await audienceOf(sql, input), day),
    canSpeak: (await voice.version()) !== null,
    isUnnormalised: recording !== undefined && recording.loudness === null,
  }
}

const readRecording = async (req: PayloadRequest, id: number) => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ seconds: number | null; loudness: number | null }>(
    'select seconds::float8 as seconds, loudness::float8 as loudness from public.media where id = $1::int',
    [id],
  )
  return rows[0]
}
