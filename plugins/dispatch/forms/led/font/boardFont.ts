import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Font } from './readFont.ts'
import { readFont } from './readFont.ts'

/** Text laid out in one line: how wide it is, and its letters as one SVG path at a size of 1000. */
export type BoardFont = {
  capHeight: number
  /** As part of the size. */
  widthOf: (text: string) => number
  pathOf: (text: string, place: { x: number; y: number; size: number }) => string
}

let known: BoardFont | undefined

/** Be Vietnam Pro, bold: drawn for Vietnamese, legible from across a street. Read once a process. */
export const boardFont = (): BoardFont => {
  known ??= load()
  return known
}

const load = (): BoardFont => {
  // From the project's folder: of `import.meta.url` the bundler of the admin would try to bundle the fonts.
  const { resolve } = createRequire(path.resolve('package.json'))
  const fonts = ['latin', 'vietnamese', 'latin-ext'].map((subset) =>
    readFont(
      readFileSync(
        resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-700-normal.woff`),
      ),
    ),
  )
  const fontOf = (letter: string): Font | undefined => fonts.find((one) => one.has(letter))
  const lettersOf = (text: string) => Array.from(text.normalize('NFC')).filter((one) => fontOf(one))
  return {
    capHeight: fonts[0]?.capHeight ?? 0.7,
    widthOf: (text) =>
      lettersOf(text).reduce((sum, letter) => sum + (fontOf(letter)?.widthOf(letter) ?? 0), 0),
    pathOf: (text, { x, y, size }) => {
      let along = x
      return lettersOf(text)
        .map((letter) => {
          const font = fontOf(letter)
          const at = along
          along += (font?.widthOf(letter) ?? 0) * size
          return `<path transform="translate(${at.toFixed(2)} ${y.toFixed(2)}) scale(${(size / 1000).toFixed(5)})" d="${font?.pathOf(letter) ?? ''}"/>`
        })
        .join('')
    },
  }
}
