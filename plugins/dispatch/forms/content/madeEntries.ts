import type { Sql } from '#kit/transaction.ts'
import type { MediaFile } from '../../types.ts'
import { theForms } from '../formsOptions.ts'
import { recordForm } from '../makeForm.ts'
import { readDraft } from '../store/draftForms.ts'
import { releaseFile } from '../store/keepFile.ts'
import { readMade } from '../store/madeForms.ts'
import type { MadeFile } from '../store/madeForms.ts'
import type { WantedForm } from './wantedForms.ts'

/** What of the wanted is there, opened to devices; and whether something is not. */
export const madeEntries = async (
  sql: Sql,
  wanted: readonly WantedForm[],
): Promise<{ entries: MediaFile[]; isMissing: boolean }> => {
  const { mediaDir, publicUrl } = theForms()
  const made = await readMade(
    sql,
    wanted.map(({ key }) => key),
  )
  const entries: MediaFile[] = []
  let isMissing = false
  for (const one of wanted) {
    const { key, role } = one
    const files = made.get(key) ?? (mediaDir ? await adoptDraft(sql, mediaDir, one) : undefined)
    const isThere =
      files &&
      mediaDir &&
      (await Promise.all(files.map(({ file }) => releaseFile(mediaDir, file)))).every(Boolean)
    if (!isThere) {
      isMissing = true
      continue
    }
    for (const [at, file] of files.entries()) {
      const { sha256, mimeType, bytes, seconds, width, height } = file
      entries.push({
        role,
        url: `${publicUrl}/released/${file.file}`,
        sha256,
        mimeType,
        bytes,
        ...(seconds ? { seconds } : {}),
        ...(width && height ? { width, height, page: at + 1 } : {}),
      })
    }
  }
  return { entries, isMissing }
}

/** What was made before of the very same draft is now that of a release. */
const adoptDraft = async (
  sql: Sql,
  mediaDir: string,
  wanted: WantedForm,
): Promise<MadeFile[] | undefined> => {
  const draft = await readDraft(mediaDir, wanted.key)
  if (draft) await recordForm(sql, wanted, draft)
  return draft?.files
}
