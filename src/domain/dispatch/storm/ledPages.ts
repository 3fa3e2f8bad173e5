/** How much a board in the street shows at a time: two lines of seven words, at least six seconds a page. */
const LINES = 2
const WORDS = 7

/** A text as pages of lines for a board; a sentence begins a new page. */
export const ledPages = (text: string): string[][] => {
  const sentences = text.split(/(?<=[.!?:;])\s+|\n+/).filter((one) => one.trim() !== '')
  return sentences.flatMap((sentence) => {
    const words = sentence.trim().split(/\s+/)
    const lines = inGroups(words, WORDS).map((group) => group.join(' '))
    return inGroups(lines, LINES)
  })
}

const inGroups = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
