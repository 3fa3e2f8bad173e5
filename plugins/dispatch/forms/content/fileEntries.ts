import type { Sql } from '#kit/transaction.ts'
import type { MediaFile } from '../../types.ts'
import { theForms } from '../formsOptions.ts'
import type { Bulletin, ReleasedFile } from '../../bulletin.ts'

/** The files a board approved with a bulletin, as devices fetch them. */
export const fileEntries = async (sql: Sql, bulletin: Bulletin): Promise<MediaFile[]> => {
  const files = (['audio', 'image', 'video'] as const).flatMap((role) => {
    const file = bulletin[role]
    return file ? [{ role, file }] : []
  })
  if (files.length === 0) return []
  const seconds = await readSeconds(
    sql,
    files.map(({ file }) => file),
  )
  return files.map(({ role, file }) => ({
    role,
    url: `${theForms().publicUrl}${file.url}`,
    sha256: file.sha256,
    mimeType: file.mimeType,
    bytes: file.filesize,
    ...(seconds.has(file.id) ? { seconds: seconds.get(file.id) ?? 0 } : {}),
    ...(file.width && file.height ? { width: file.width, height: file.height } : {}),
  }))
}

/** How long each is, where uploads are measured; a file that a submission names is never replaced, so it is of this very content. */
const readSeconds = async (
  sql: Sql,
  files: readonly ReleasedFile[],
): Promise<Map<number, number>> => {
  if (!theForms().mediaDir) return new Map()
  const { rows } = await sql.query<{ id: number; seconds: number }>(
    `select id, seconds::float8 as seconds from public.media where seconds is not null and id = any($1::int[])`,
    [`{${files.map(({ id }) => Number(id)).join(',')}}`],
  )
  return new Map(rows.map(({ id, seconds }) => [id, seconds]))
}
