import sharp from 'sharp'
import { formatMoment } from '#domain/text/formatDate.ts'
import type { BoardFont } from './font/boardFont.ts'
import { boardFont } from './font/boardFont.ts'
import type { BoardPage } from './layOutPages.ts'
import { layOutPages } from './layOutPages.ts'

/** What a board in the street shows. */
export type BoardText = {
  title: string
  text: string
  issuer: string
  /** ISO 8601; undefined before it is released. */
  issuedAt: string | undefined
  priority: 'emergency' | 'priority' | 'normal'
  isExercise?: boolean
  /** Of the board, in pixels. */
  width: number
  height: number
  /** @default 24 */
  mostPages?: number
}

const colours = {
  emergency: { ground: '#000000', title: '#ffd400', text: '#ffffff' },
  priority: { ground: '#0a1a33', title: '#ffe08a', text: '#ffffff' },
  normal: { ground: '#0a1a33', title: '#ffffff', text: '#ffffff' },
}

/**
 * Draws a bulletin for a board in its own resolution: at most two lines of seven words a screen, capital letters of at
 * least a fifteenth of its shorter side, issuer and time of issue on every screen. The same text gives the same bytes.
 *
 * @returns PNG files, one a screen, in their order
 */
export const renderBoard = async (board: BoardText): Promise<Buffer[]> => {
  const font = boardFont()
  const frame = frameOf(font, board)
  const pages = layOutPages({
    font,
    title: board.title,
    text: board.text,
    room: frame.room,
    mostPages: board.mostPages ?? 24,
  })
  const files: Buffer[] = []
  for (const page of pages) {
    const svg = drawn(font, board, frame, page)
    files.push(await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer())
  }
  return files
}

type Frame = {
  padding: number
  info: { lines: string[]; size: number }
  room: { width: number; height: number; leastCap: number }
}

/** No capital letter is lower than this many pixels: below it, marks run into each other. */
const LEAST_PIXELS = 7

/** Who and when, below; the rest is for the text. */
const frameOf = (font: BoardFont, board: BoardText): Frame => {
  const padding = Math.max(1, Math.round(Math.min(board.width, board.height) * 0.03))
  const leastCap = Math.max(Math.min(board.height, board.width) / 15, LEAST_PIXELS)
  const size = leastCap / font.capHeight
  const width = board.width - 2 * padding
  const lines = infoLines(font, board, width / size)
  const height = board.height - 2 * padding - lines.length * size * 1.3
  return { padding, info: { lines, size }, room: { width, height, leastCap } }
}

/** Offices as everybody writes them where room is short. */
const short: readonly (readonly [RegExp, string])[] = [
  [/Ủy ban nhân dân/gi, 'UBND'],
  [/Hội đồng nhân dân/gi, 'HĐND'],
  [/Thành phố/gi, 'TP'],
]

/** @param width as multiple of the size */
const infoLines = (font: BoardFont, board: BoardText, width: number): string[] => {
  const fits = (line: string) => font.widthOf(line) <= width
  const time = board.issuedAt
    ? formatMoment(board.issuedAt, 'vi').replace(' ngày', '')
    : '--:-- --/--/----'
  const kind = board.isExercise ? 'DIỄN TẬP' : board.priority === 'emergency' ? 'KHẨN CẤP' : ''
  const brief = short.reduce((text, [long, sign]) => text.replace(long, sign), board.issuer)
  const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ')
  const whole = [board.issuer, brief].map((who) => joined(kind, who, time)).find(fits)
  if (whole) return [whole]
  const hour = time.slice(0, 5)
  // A low board has one line for it: the time stays, the name is cut.
  if (board.height < 64) {
    return [`${cutTo(font, joined(kind, brief), width - font.widthOf(` ${hour}`))} ${hour}`]
  }
  const who = [board.issuer, brief].find(fits) ?? cutTo(font, brief, width)
  const when = joined(kind, time)
  return fits(when) ? [who, when] : [who, ...(kind ? [kind] : []), fits(time) ? time : hour]
}

const cutTo = (font: BoardFont, text: string, width: number): string => {
  if (font.widthOf(text) <= width) return text
  let cut = text
  while (cut !== '' && font.widthOf(`${cut}…`) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}

const drawn = (font: BoardFont, board: BoardText, frame: Frame, page: BoardPage): string => {
  const { padding, info, room } = frame
  const { ground, title, text } = colours[board.priority]
  const leading = page.size * 1.42
  const top = padding + Math.max(0, (room.height - page.lines.length * leading) / 2)
  const lines = page.lines.map((line, at) =>
    font.pathOf(line, {
      x: padding + Math.max(0, (room.width - font.widthOf(line) * page.size) / 2),
      y: top + at * leading + page.size * 1.06,
      size: page.size,
    }),
  )
  const infoTop = board.height - padding - info.lines.length * info.size * 1.3
  const below = info.lines.map((line, at) =>
    font.pathOf(line, {
      x: padding,
      y: infoTop + at * info.size * 1.3 + info.size * 1.05,
      size: info.size,
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${board.width}" height="${board.height}"><rect width="100%" height="100%" fill="${ground}"/><g fill="${page.isTitle ? title : text}">${lines.join('')}</g><g fill="${title}">${below.join('')}</g></svg>`
}
