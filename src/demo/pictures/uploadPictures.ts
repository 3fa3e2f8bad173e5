import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { drawPictures } from './drawPictures.ts'
import { freezeFile } from './freezeFile.ts'
import type { FrozenFile } from '../../domain/release/frozenFile.ts'

/** The demo's pictures in the media collection. */
export type Pictures = {
  /** Media ids by scene. */
  ids: Map<string, number[]>
  files: Map<number, FrozenFile>
}

/** Uploads the pictures through the media collection; those an interrupted run left are used again. */
export const uploadPictures = async (args: {
  payload: Payload
  mediaDir: string
  onDone: (done: number) => void
}): Promise<Pictures> => {
  const { payload, mediaDir, onDone } = args
  const ids = new Map<string, number[]>()
  const files = new Map<number, FrozenFile>()
  for (const [index, picture] of (await drawPictures()).entries()) {
    const stem = path.parse(picture.fileName).name
    const known = await payload.find({
      collection: 'media',
      where: { filename: { like: `${stem}-` } },
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    const isThere = known.docs[0]
      ? await readFile(path.join(mediaDir, known.docs[0].filename ?? '')).catch(() => undefined)
      : undefined
    const media =
      known.docs[0] && isThere
        ? known.docs[0]
        : await payload.create({
            collection: 'media',
            data: { alt: picture.alt.vi, credit: 'Tranh minh họa' },
            file: {
              data: picture.data,
              mimetype: 'image/jpeg',
              name: picture.fileName,
              size: picture.data.length,
            },
            locale: 'vi',
            depth: 0,
            overrideAccess: true,
          })
    await payload.update({
      collection: 'media',
      id: media.id,
      data: { alt: picture.alt.en },
      locale: 'en',
      depth: 0,
      overrideAccess: true,
    })
    ids.set(picture.scene, [...(ids.get(picture.scene) ?? []), media.id])
    files.set(media.id, await freezeFile({ media, alt: picture.alt, mediaDir }))
    onDone(index + 1)
  }
  return { ids, files }
}
