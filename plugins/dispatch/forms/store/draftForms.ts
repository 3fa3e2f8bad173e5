import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Sql } from '#kit/transaction.ts'
import { draftPath, madePath } from './keepFile.ts'
import type { MadeFile } from './madeForms.ts'

/** Files that were made, and by what. */
export type Made = { files: MadeFile[]; madeBy: string }

/**
 * Remembers what was made of a draft, for whoever listens again, and for its release: in a file, not in a row, for most of it is
 * never released.
 */
export const keepDraft = async (mediaDir: string, key: string, made: Made): Promise<void> => {
  const target = draftPath(mediaDir, key)
  await mkdir(path.dirname(target), { recursive: true })
  const temporary = `${target}.${randomBytes(4).toString('hex')}`
  await writeFile(temporary, JSON.stringify(made))
  await rename(temporary, target)
}

/** What was made of a draft, as long as its files are there. */
export const readDraft = async (mediaDir: string, key: string): Promise<Made | undefined> => {
  try {
    const made = JSON.parse(await readFile(draftPath(mediaDir, key), 'utf8')) as Made // as kept
    await Promise.all(made.files.map(({ file }) => stat(madePath(mediaDir, file))))
    return made
  } catch {
    return undefined
  }
}

/**
 * Takes away what was made of drafts before `until` and never released.
 *
 * @returns how many drafts' forms went
 */
export const sweepDrafts = async (sql: Sql, mediaDir: string, until: Date): Promise<number> => {
  const folder = path.dirname(draftPath(mediaDir, 'any'))
  const names = await readdir(folder).catch(() => [])
  let swept = 0
  for (const name of names) {
    const note = path.join(folder, name)
    if ((await stat(note)).mtime >= until) continue
    const made = await readDraft(mediaDir, path.basename(name, '.json'))
    await rm(note, { force: true })
    for (const { file } of made?.files ?? [])
      if (!(await isRecorded(sql, file))) await rm(madePath(mediaDir, file), { force: true })
    swept += 1
  }
  return swept
}

const isRecorded = async (sql: Sql, file: string): Promise<boolean> => {
  const { rowCount } = await sql.query(
    'select from dispatch.made_forms where files @> $1::jsonb limit 1',
    [JSON.stringify([{ file }])],
  )
  return rowCount !== 0
}
