import type { BoardFont } from './font/boardFont.ts'

/** A screen of a board: its lines of text from above, at one size. */
export type BoardPage = { lines: string[]; size: number; isTitle: boolean }

/** The part of the board the lines may take, in pixels, and how small a capital letter may be. */
export type Room = { width: number; height: number; leastCap: number }

const WORDS_A_LINE = 7
const LINES_A_PAGE = 2
/** Room for the marks above and below Vietnamese letters. */
const LEADING = 1.42

/**
 * Divides a title and a text into screens: at most two lines of at most seven words, as large as the words allow without
 * tearing the text into more screens than it needs.
 *
 * @param options.mostPages what is beyond is left out; the last line then ends with an ellipsis
 */
export const layOutPages = (options: {
  font: BoardFont
  title: string
  text: string
  room: Room
  mostPages: number
}): BoardPage[] => {
  const { font, room, mostPages } = options
  const pages = [
    ...pagesOf(font, options.title, room).map((one) => ({ ...one, isTitle: true })),
    ...options.text
      .split(/\n+/)
      .flatMap((part) => pagesOf(font, part, room))
      .map((one) => ({ ...one, isTitle: false })),
  ]
  const shown = pages.slice(0, mostPages)
  const last = shown.at(-1)
  if (pages.length > mostPages && last) {
    last.lines = last.lines.map((line, at) =>
      at === last.lines.length - 1 ? `${line.replace(/[\s.,;:–-]+$/, '')}…` : line,
    )
  }
  return shown
}

const pagesOf = (font: BoardFont, text: string, room: Room) => {
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const least = room.leastCap / font.capHeight
  const most = Math.max(least, room.height / (LINES_A_PAGE * LEADING))
  const fewest = Math.ceil(words.length / (LINES_A_PAGE * 5))
  for (let size = most; ; size = Math.max(least, size * 0.94)) {
    const lines = linesOf(font, words, room.width / size)
    const isWhole = lines.every((line) => font.widthOf(line) * size <= room.width)
    if ((isWhole && lines.length <= fewest * LINES_A_PAGE) || size <= least) {
      const perPage = Math.max(
        1,
        Math.min(LINES_A_PAGE, Math.floor(room.height / (size * LEADING))),
      )
      return Array.from({ length: Math.ceil(lines.length / perPage) }, (_, at) => ({
        lines: lines.slice(at * perPage, (at + 1) * perPage),
        size: Math.floor(size * 10) / 10,
      }))
    }
  }
}

/** @param width as multiple of the size */
const linesOf = (font: BoardFont, words: readonly string[], width: number): string[] => {
  const lines: string[][] = []
  for (const word of words.flatMap((one) => torn(font, one, width))) {
    const line = lines.at(-1)
    const isRoom =
      line && line.length < WORDS_A_LINE && font.widthOf([...line, word].join(' ')) <= width
    if (isRoom) line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => line.join(' '))
}

/** A word that no line holds, such as an address on the web, goes on in the next line. */
const torn = (font: BoardFont, word: string, width: number): string[] => {
  if (font.widthOf(word) <= width) return [word]
  const parts: string[] = ['']
  for (const letter of word) {
    const part = parts.at(-1) ?? ''
    if (part !== '' && font.widthOf(part + letter) > width) parts.push(letter)
    else parts[parts.length - 1] = part + letter
  }
  return parts
}
