import path from 'node:path'
import type { PayloadRequest } from 'payload'
import type { FrozenFile, FrozenSize } from '#domain/release/frozenFile.ts'
import { releaseError } from '../errors.ts'
import { optionsOf, uploadsOf } from '../options.ts'
import { localesOfConfig } from './localesOfConfig.ts'
import { freezeFile, hashFile, releasedName } from './fileStore.ts'

type StoredSize = { filename?: string | null; width?: number | null; height?: number | null }

type StoredMedia = StoredSize & {
  /** Localized, or one text for all languages. */
  alt?: Record<string, string | null> | string | null
  credit?: string | null
  mimeType?: string | null
  filesize?: number | null
  sizes?: Record<string, StoredSize | null> | null
}

/**
 * What a submission says of an uploaded file: words, measures and the hash of every size.
 *
 * @param options.isCopied also copy each size to its content-addressed name
 * @throws PortalError `file_missing`
 */
export const describeFile = async (options: {
  req: PayloadRequest
  id: number
  isCopied: boolean
}): Promise<FrozenFile> => {
  const { req, id, isCopied } = options
  const media = (await req.payload.db.findOne({
    collection: uploadsOf(optionsOf(req.payload)),
    where: { id: { equals: id } },
    locale: 'all',
    req,
  })) as StoredMedia | null // stored form: localized values are objects
  if (!media?.filename) throw releaseError('file_missing', { media: id })
  const { mediaDir } = optionsOf(req.payload)
  const freeze = async (filename: string) => {
    const file = path.join(mediaDir, path.basename(filename))
    try {
      if (isCopied) await freezeFile(mediaDir, file)
      const sha256 = await hashFile(file)
      return { sha256, url: `/released/${releasedName(sha256, filename)}` }
    } catch (cause) {
      throw Object.assign(releaseError('file_missing', { media: id }), { cause })
    }
  }
  const sizes: Record<string, FrozenSize> = {}
  for (const [name, size] of Object.entries(media.sizes ?? {})) {
    if (!size?.filename) continue
    sizes[name] = {
      ...(await freeze(size.filename)),
      width: size.width ?? null,
      height: size.height ?? null,
    }
  }
  return {
    id,
    alt: textsOf(media.alt, localesOfConfig(req)),
    credit: media.credit ?? null,
    filename: media.filename,
    mimeType: media.mimeType ?? 'application/octet-stream',
    filesize: media.filesize ?? 0,
    width: media.width ?? null,
    height: media.height ?? null,
    ...(await freeze(media.filename)),
    sizes,
  }
}

const textsOf = (alt: StoredMedia['alt'], locales: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    (typeof alt === 'string'
      ? locales.map((locale) => [locale, alt] as const)
      : Object.entries(alt ?? {})
    ).flatMap(([locale, text]) => (text ? [[locale, text]] : [])),
  )
