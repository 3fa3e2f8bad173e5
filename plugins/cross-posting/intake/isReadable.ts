/** Characters by which Markdown marks something; a converter looks for the partner of each. */
const marks = /[*_~`[<>|=!]/g
const lineEnd = /\r\n|\r|\n/
const paragraphEnd = /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/
const endlessSpace = /[^\S\r\n]{500}/

const MOST_LINES = 5000
const MOST_LINES_OF_PARAGRAPH = 1000
const MOST_MARKS_OF_PARAGRAPH = 300
/** Marks of each paragraph, squared. */
const MOST_WORK = 1_000_000

/**
 * Whether a converter has a Markdown text read within a moment. Its work grows faster than the marks of a paragraph: five
 * kilobytes of lone asterisks keep a whole server busy for half a minute, which no text that is meant to be read comes near.
 */
export const isReadable = (markdown: string): boolean => {
  if (endlessSpace.test(markdown) || markdown.split(lineEnd).length > MOST_LINES) return false
  let work = 0
  return markdown.split(paragraphEnd).every((paragraph) => {
    const count = paragraph.match(marks)?.length ?? 0
    work += count ** 2
    return (
      count <= MOST_MARKS_OF_PARAGRAPH &&
      work <= MOST_WORK &&
      paragraph.split(lineEnd).length <= MOST_LINES_OF_PARAGRAPH
    )
  })
}
