/** About six letters a second, on a board of any size. */
const HEIGHTS_A_SECOND = 3.5

/** A text that runs from right to left, on and on; it begins anew when it is another one. */
export const createTicker = () => {
  let text = ''
  let began = 0
  let rounds = 0
  return {
    /**
     * @param {string} next the text
     * @param {{ now: number, width: number, length: number, size: number }} line milliseconds; the widths of the board and of
     *   the text, and the height of its letters, in pixels
     * @returns {number} where the text begins
     */
    placeOf: (next, { now, width, length, size }) => {
      if (next !== text) [text, began] = [next, now]
      const moved = ((now - began) / 1000) * HEIGHTS_A_SECOND * size
      rounds = Math.floor(moved / (width + length))
      return width - (moved % (width + length))
    },
    /** Whether the whole of this text has run through. */
    isThrough: (asked) => asked === text && rounds > 0,
  }
}

/** What runs below pictures, of the items that have none. */
export const tickerOf = (items) =>
  items.map((one) => `${one.issuer}: ${one.title}. ${one.text}`).join('   •   ')
