import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

const known = new Map<string, string>()

/** SHA-256 of a file; remembered as long as its inode, size and time of change stay. */
export const hashFile = async (file: string): Promise<string> => {
  const { ino, size, mtimeMs } = await stat(file)
  const key = `${file}:${ino}:${size}:${mtimeMs}`
  const before = known.get(key)
  if (before) return before
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const sha256 = hash.digest('hex')
  if (known.size > 20_000) known.clear()
  known.set(key, sha256)
  return sha256
}

/** The name a released copy has below `released/`. */
export const releasedName = (sha256: string, filename: string): string =>
  `${sha256}${path.extname(filename).toLowerCase()}`

/**
 * Copies a file to its content-addressed name, so that crop, replacement and deletion never reach what was released. The
 * copy appears whole or not at all.
 *
 * @returns the file's name below `released/`
 */
export const freezeFile = async (mediaDir: string, file: string): Promise<string> => {
  const sha256 = await hashFile(file)
  const name = releasedName(sha256, file)
  const folder = path.join(mediaDir, 'released')
  const target = path.join(folder, name)
  if (await exists(target)) return name
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `.${name}.${randomBytes(4).toString('hex')}`)
  await copyFile(file, temporary)
  await flush(temporary)
  if ((await hashFile(temporary)) !== sha256) {
    await rm(temporary, { force: true })
    throw new Error(`release-log: ${path.basename(file)} changed while it was copied`)
  }
  await rename(temporary, target)
  await flush(folder)
  return name
}

const flush = async (file: string) => {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const exists = async (file: string): Promise<boolean> => {
  try {
    await stat(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
