import { createRequire } from 'node:module'
import path from 'node:path'
import type * as OpenType from 'opentype.js'

// Its two builds export different names, and bundler and Node would each take another one.
const { parse } = createRequire(path.resolve('package.json'))('opentype.js') as typeof OpenType

/** The letters of one font file: how wide each is, and its outline. */
export type Font = {
  /** Height of a capital letter, as part of the size. */
  capHeight: number
  has: (letter: string) => boolean
  /** Advance, as part of the size. */
  widthOf: (letter: string) => number
  /** An SVG path, y downwards from the baseline, for a size of 1000. */
  pathOf: (letter: string) => string
}

/**
 * Reads a font file. Text drawn from outlines looks the same to the byte on every machine: the fonts a machine has, or lacks,
 * play no part.
 *
 * @throws when the file is no OpenType, TrueType or WOFF 1 font
 */
export const readFont = (file: Buffer): Font => {
  const bytes = new Uint8Array(file) // a copy: the buffer of a file may be part of a larger one
  const font = parse(bytes.buffer)
  const { unitsPerEm } = font
  const { sCapHeight } = font.tables.os2 as unknown as { sCapHeight: number } // its types know no fields of tables
  const paths = new Map<string, string>()
  return {
    capHeight: sCapHeight / unitsPerEm,
    has: (letter) => font.charToGlyphIndex(letter) !== 0,
    widthOf: (letter) => (font.charToGlyph(letter).advanceWidth ?? 0) / unitsPerEm,
    pathOf: (letter) => {
      const known = paths.get(letter) ?? font.charToGlyph(letter).getPath(0, 0, 1000).toPathData(1)
      paths.set(letter, known)
      return known
    },
  }
}
