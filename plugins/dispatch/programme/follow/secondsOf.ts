import type { ClientBase } from 'pg'
import { estimateSeconds } from '#domain/dispatch/programme/estimateSeconds.ts'
import type { Bulletin } from '../../bulletin.ts'

/** How long a bulletin takes on the air: its recorded sound or film where that was measured, else its text read aloud. */
export const secondsOf = async (
  client: Pick<ClientBase, 'query'>,
  bulletin: Bulletin,
): Promise<number> => {
  const read = estimateSeconds(bulletin.spokenText ?? bulletin.text)
  const files = [bulletin.audio?.id, bulletin.video?.id].filter((one) => one !== undefined)
  if (files.length === 0) return read
  const { rows } = await client.query<{ seconds: number | null }>(
    'select max(seconds)::float8 as seconds from public.media where id = any($1::int[])',
    [files],
  )
  return Math.ceil(rows[0]?.seconds ?? 0) || read
}
