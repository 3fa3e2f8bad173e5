/** A newsreader's pace: 300–500 words make 2–3 minutes (H-16.5.2), so about 2.7 words a second. */
const WORDS_PER_SECOND = 2.7
const SHORTEST_SECONDS = 10

/** How long a text takes to be read, in seconds, where nobody has recorded it. */
export const estimateSeconds = (text: string): number => {
  const words = text.split(/\s+/).filter(Boolean).length
  return Math.max(SHORTEST_SECONDS, Math.ceil(words / WORDS_PER_SECOND))
}
