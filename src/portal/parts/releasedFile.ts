import { isRecord } from '../richText/lexicalNode.ts'

/** A copy of one size. */
export type ReleasedSize = { url: string; width: number; height: number }

/** A file as a released document carries it. */
export type ReleasedFile = {
  url: string
  alt: string
  credit: string
  filename: string
  mimeType: string
  filesize: number
  width: number
  height: number
  /** Smallest first, the original last. */
  sizes: ReleasedSize[]
}

/** A released file from a document's JSON; undefined when it is none. */
export const fileOf = (value: unknown): ReleasedFile | undefined => {
  if (!isRecord(value) || typeof value.url !== 'string') return undefined
  const text = (one: unknown) => (typeof one === 'string' ? one : '')
  const whole = {
    url: value.url,
    width: Number(value.width ?? 0),
    height: Number(value.height ?? 0),
  }
  const sizes = Object.values(isRecord(value.sizes) ? value.sizes : {})
    .filter(isRecord)
    .map((one) => ({ url: text(one.url), width: Number(one.width), height: Number(one.height) }))
    .filter((one) => one.url !== '' && one.width > 0)
  return {
    ...whole,
    alt: text(value.alt),
    credit: text(value.credit),
    filename: text(value.filename),
    mimeType: text(value.mimeType),
    filesize: Number(value.filesize ?? 0),
    sizes: [...sizes, ...(whole.width > 0 ? [whole] : [])].toSorted((a, b) => a.width - b.width),
  }
}

/** The files of a field that holds several. */
export const filesOf = (value: unknown): ReleasedFile[] =>
  (Array.isArray(value) ? value : []).map(fileOf).filter((one) => one !== undefined)
