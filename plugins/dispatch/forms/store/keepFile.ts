import { createHash, randomBytes } from 'node:crypto'
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Below the folder of uploads, where no visitor reaches: what was made and is not on the air yet. */
const MADE = 'forms'
/** Where released files are served from, under the hash of their content. */
const RELEASED = 'released'

/**
 * Stores what was made under the hash of its bytes; it appears whole or not at all.
 *
 * @param options.extension with its dot
 * @returns the name, and the hash in hex
 */
export const keepFile = async (options: {
  mediaDir: string
  data: Uint8Array
  extension: string
}): Promise<{ file: string; sha256: string }> => {
  const sha256 = createHash('sha256').update(options.data).digest('hex')
  const file = `${sha256}${options.extension}`
  const folder = path.join(options.mediaDir, MADE)
  if (await exists(path.join(folder, file))) return { file, sha256 }
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `.${file}.${randomBytes(4).toString('hex')}`)
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(options.data)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, path.join(folder, file))
  return { file, sha256 }
}

/** The whole path of what was made. */
export const madePath = (mediaDir: string, file: string): string =>
  path.join(mediaDir, MADE, path.basename(file))

/** The whole path of what is known of something that was made of a draft. */
export const draftPath = (mediaDir: string, key: string): string =>
  path.join(mediaDir, MADE, 'drafts', `${path.basename(key)}.json`)

/**
 * Puts what was made where released files are served from: it goes out with a dispatch, while its bulletin is public.
 *
 * @returns false when it is not there any more
 */
export const releaseFile = async (mediaDir: string, file: string): Promise<boolean> => {
  const target = path.join(mediaDir, RELEASED, path.basename(file))
  if (await exists(target)) return true
  await mkdir(path.join(mediaDir, RELEASED), { recursive: true })
  const source = madePath(mediaDir, file)
  try {
    await link(source, target)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return true
    if (code === 'ENOENT') return false
    // Folders on two disks, or a disk without links.
    const temporary = `${target}.${randomBytes(4).toString('hex')}`
    await copyFile(source, temporary)
    await rename(temporary, target).catch(() => rm(temporary, { force: true }))
  }
  return true
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
