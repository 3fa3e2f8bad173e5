/**
 * The index of the last value that is not above another, by binary search; -1 when all are above.
 *
 * @param valueAt rising with the index
 */
export const lastNotAfter = (
  count: number,
  valueAt: (index: number) => number,
  limit: number,
): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (valueAt(middle) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
