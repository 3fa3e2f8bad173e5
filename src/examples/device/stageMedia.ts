import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MediaFile } from './protocol.ts'

/** Fetches a command's files ahead of its time. */
export type StageMedia = (files: readonly MediaFile[]) => Promise<void>

/**
 * Fetches files once and keeps them by their hash; what is not what the hub signed is not kept.
 *
 * @throws when a file cannot be had or is another one
 */
export const stageInto =
  (folder: string): StageMedia =>
  async (files) => {
    await mkdir(folder, { recursive: true })
    for (const file of files) {
      const kept = path.join(folder, /^[0-9a-f]{64}$/.test(file.sha256) ? file.sha256 : 'none')
      if ((await hashOf(kept)) === file.sha256) continue
      const answer = await fetch(file.url, { signal: AbortSignal.timeout(60_000) })
      if (!answer.ok) throw new Error(`${file.url} answered ${answer.status}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
        throw new Error(`${file.url} is not the file that was signed`)
      await writeFile(`${kept}.new`, bytes)
      await rename(`${kept}.new`, kept)
    }
  }

const hashOf = async (file: string): Promise<string | undefined> => {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  } catch {
    return undefined
  }
}
