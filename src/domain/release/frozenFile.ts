/** A copy of one size of a file under the hash of its bytes. */
export type FrozenSize = {
  url: string
  width: number | null
  height: number | null
  sha256: string
}

/** A file as a submission freezes it: names, words and the hash of every byte that is shown. */
export type FrozenFile = {
  id: number
  /** Alternative text by locale. */
  alt: Readonly<Record<string, string>>
  credit: string | null
  filename: string
  mimeType: string
  filesize: number
  sha256: string
  width: number | null
  height: number | null
  url: string
  sizes: Readonly<Record<string, FrozenSize>>
}

/** The file in one language; a missing alternative text falls back to the first language that has one. */
export const fileIn = (file: FrozenFile, locale: string): Record<string, unknown> => {
  const { alt, ...rest } = file
  return { ...rest, alt: alt[locale] ?? Object.values(alt)[0] ?? '' }
}
