import type { Sql } from '#kit/transaction.ts'
import type { WantedForm } from './content/wantedForms.ts'
import { theForms } from './formsOptions.ts'
import { renderBoard } from './led/renderBoard.ts'
import { keepDraft, readDraft } from './store/draftForms.ts'
import type { Made } from './store/draftForms.ts'
import { keepFile } from './store/keepFile.ts'
import type { MadeFile } from './store/madeForms.ts'
import { recordMade } from './store/madeForms.ts'
import { makeSpeech } from './voice/makeSpeech.ts'

/**
 * Makes one thing of a bulletin's text, unless it was made of its draft, and records it.
 *
 * @throws PortalError `voice_missing`, `voice_failed`
 */
export const makeForm = async (sql: Sql, wanted: WantedForm): Promise<MadeFile[]> => {
  const made = (await readDraft(folder(), wanted.key)) ?? (await makeFiles(wanted))
  await recordForm(sql, wanted, made)
  return made.files
}

/** Records what was made of a draft that is released. */
export const recordForm = (
  sql: Sql,
  { key, madeFrom, role }: WantedForm,
  made: Made,
): Promise<void> => recordMade(sql, { key, madeFrom, role, ...made })

/**
 * Makes one thing of a draft, unless it was made before. No row is left behind.
 *
 * @throws PortalError `voice_missing`, `voice_failed`
 */
export const makeOfDraft = async (wanted: WantedForm): Promise<MadeFile[]> => {
  const known = await readDraft(folder(), wanted.key)
  if (known) return known.files
  const made = await makeFiles(wanted)
  await keepDraft(folder(), wanted.key, made)
  return made.files
}

const makeFiles = (wanted: WantedForm): Promise<Made> =>
  wanted.role === 'audio' ? speechFiles(wanted) : screenFiles(wanted)

const folder = (): string => {
  const { mediaDir } = theForms()
  if (!mediaDir) throw new Error('dispatch: forms are made where a folder is set')
  return mediaDir
}

const speechFiles = async (wanted: WantedForm & { role: 'audio' }) => {
  const { data, extension, mimeType, seconds, loudness, madeBy } = await makeSpeech(
    wanted.text,
    wanted.language,
  )
  const kept = await keepFile({ mediaDir: folder(), data, extension })
  return { madeBy, files: [{ ...kept, mimeType, bytes: data.length, seconds, loudness }] }
}

const screenFiles = async ({ board }: WantedForm & { role: 'image' }) => {
  const files: MadeFile[] = []
  for (const data of await renderBoard(board)) {
    const kept = await keepFile({ mediaDir: folder(), data, extension: '.png' })
    const { width, height } = board
    files.push({ ...kept, mimeType: 'image/png', bytes: data.length, width, height })
  }
  return { madeBy: 'sharp', files }
}
