import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { FrozenFile, FrozenSize } from '../../domain/release/frozenFile.ts'
import type { Media } from '../../payload-types.ts'

/** Copies a file and its sizes under the hash of their bytes, as a submission would. */
export const freezeFile = async (args: {
  media: Media
  alt: Record<string, string>
  mediaDir: string
}): Promise<FrozenFile> => {
  const { media, alt, mediaDir } = args
  const original = await freeze(mediaDir, media.filename ?? '')
  const sizes: Record<string, FrozenSize> = {}
  for (const [name, size] of Object.entries(media.sizes ?? {})) {
    if (!size?.filename) continue
    const frozen = await freeze(mediaDir, size.filename)
    sizes[name] = { ...frozen, width: size.width ?? null, height: size.height ?? null }
  }
  return {
    id: media.id,
    alt,
    credit: media.credit ?? null,
    filename: media.filename ?? '',
    mimeType: media.mimeType ?? '',
    filesize: media.filesize ?? 0,
    sha256: original.sha256,
    width: media.width ?? null,
    height: media.height ?? null,
    url: original.url,
    sizes,
  }
}

const freeze = async (mediaDir: string, fileName: string) => {
  const source = path.join(mediaDir, fileName)
  const sha256 = createHash('sha256')
    .update(await readFile(source))
    .digest('hex')
  const name = `${sha256}${path.extname(fileName)}`
  const folder = path.join(mediaDir, 'released')
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `.${name}.${process.pid}`)
  await copyFile(source, temporary)
  await rename(temporary, path.join(folder, name))
  return { sha256, url: `/released/${name}` }
}
