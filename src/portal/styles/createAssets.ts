import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { transform } from 'esbuild'
import { setAssetLinks } from './assetLinks.ts'

/** The files pages load, by address. */
export type Assets = {
  /** The file at `/assets/…`; undefined when there is none. */
  find(address: string): { body: Buffer; contentType: string } | undefined
}

const SHEETS = [
  'tokens',
  'base',
  'masthead',
  'lists',
  'article',
  'documents',
  'forms',
  'record',
  'apiDocs',
  'footer',
  'print',
]
const WEIGHTS = [400, 600]
const SUBSETS = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+FEFF,U+FFFD',
}

/** Only fonts are in the address of every page; a colour is told in the style sheet's own address. */
const sheetAddress = /^\/assets\/[\w-]{12}-([0-9a-f]{6})\.css$/

/**
 * Reads fonts, style sheets and the icon, names them by their content, and tells the components their addresses. A style
 * sheet carries the masthead colour of its site, so a page loads one and no style stands in the page.
 *
 * @param folder of the style sheets
 */
export const createAssets = async (folder: string): Promise<Assets> => {
  const files = new Map<string, { body: Buffer; contentType: string }>()
  const add = (body: Buffer, extension: string, contentType: string): string => {
    const address = `/assets/${hashOf(body)}.${extension}`
    files.set(address, { body, contentType })
    return address
  }
  const fonts = await Promise.all(
    WEIGHTS.flatMap((weight) =>
      Object.entries(SUBSETS).map(async ([subset, range]) => {
        const address = add(await readFile(fontFile(subset, weight)), 'woff2', 'font/woff2')
        return { weight, range, address }
      }),
    ),
  )
  const icon = add(await readFile(path.join(folder, 'icon.svg')), 'svg', 'image/svg+xml')
  const faces = fonts.map(
    ({ weight, range, address }) =>
      `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url(${address}) format("woff2");unicode-range:${range}}`,
  )
  const sheets = await Promise.all(
    SHEETS.map((name) => readFile(path.join(folder, `${name}.css`), 'utf8')),
  )
  const { code } = await transform(`${faces.join('\n')}\n${sheets.join('\n')}`, {
    loader: 'css',
    minify: true,
    target: ['chrome107', 'firefox104', 'safari16'],
  })
  const hash = hashOf(Buffer.from(code))
  setAssetLinks({
    styles: (colour) => `/assets/${hash}-${colour.slice(1).toLowerCase()}.css`,
    fonts: fonts.filter((one) => one.weight === 400).map((one) => one.address),
    icon,
  })
  return {
    find: (address) => {
      const colour = sheetAddress.exec(address)?.[1]
      if (colour === undefined) return files.get(address)
      const body = Buffer.from(`${code}:root{--masthead:#${colour}}`)
      return { body, contentType: 'text/css; charset=utf-8' }
    },
  }
}

const hashOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 12)

const fontFile = (subset: string, weight: number): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`,
  )
