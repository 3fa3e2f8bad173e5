/** Two lines a screen, seven words a line at most. */
const LINES = 2
const WORDS = 7

/**
 * Sets a text in pages of two lines. A word that is wider than the board stands alone and is made narrower when drawn.
 *
 * @param {string} text
 * @param {{ width: number, measure: (line: string) => number }} board width of a line, in the units of `measure`
 * @returns {string[][]} lines of each page
 */
export const pagesOf = (text, board) => {
  const lines = text
    .normalize('NFC')
    .split(/\n+/)
    .flatMap((part) => linesOf(part.split(/\s+/).filter(Boolean), board))
  const pages = []
  for (let at = 0; at < lines.length; at += LINES) pages.push(lines.slice(at, at + LINES))
  return pages
}

const linesOf = (words, { width, measure }) => {
  const lines = []
  let line = []
  for (const word of words) {
    const longer = [...line, word]
    if (line.length > 0 && (longer.length > WORDS || measure(longer.join(' ')) > width)) {
      lines.push(line.join(' '))
      line = [word]
    } else line = longer
  }
  if (line.length > 0) lines.push(line.join(' '))
  return lines
}

/**
 * The height of letters: about five words fit a line, so that they are read from afar; capitals are at least a fifteenth of the board's height.
 *
 * @param {{ width: number, height: number }} board pixels
 * @returns {number} font size in pixels
 */
export const fontSizeOf = ({ width, height }) => {
  const capital = 0.7 // of the font size, Be Vietnam Pro
  const smallest = height / 15 / capital
  const fiveWords = width / 15 // five Vietnamese words in bold are about fifteen times as long as they are high
  return Math.ceil(Math.max(smallest, Math.min(fiveWords, height * 0.22)))
}
