/** Of the whole area at most so much is dots; more would not find a place. */
const MOST_COVERED = 0.45
const MOST_ROUNDS = 200
/** Pairs that are looked at in all: a thousand dots must not hold a page up. */
const MOST_PAIRS = 3_000_000

type Dot = { x: number; y: number }

/**
 * Moves dots apart until each can be seen and hit by itself, as little as that takes, and keeps them within a square.
 *
 * @param size of the square
 * @param wanted distance of one dot from the next; less where there are too many for it
 * @returns the dots in the order given, and the distance they are given
 */
export const spreadDots = <D extends Dot>(
  dots: readonly D[],
  { size, wanted }: { size: number; wanted: number },
): { dots: D[]; apart: number } => {
  const apart = Math.min(wanted, size * Math.sqrt(MOST_COVERED / Math.max(1, dots.length)))
  const places = dots.map(({ x, y }) => ({ x, y }))
  const within = (value: number) => Math.min(size - apart / 2, Math.max(apart / 2, value))
  const rounds = Math.min(MOST_ROUNDS, MOST_PAIRS / Math.max(1, dots.length ** 2))
  for (let round = 0; round < rounds && push(places, apart); round += 1) {
    for (const one of places) {
      one.x = within(one.x)
      one.y = within(one.y)
    }
  }
  return { dots: dots.map((one, n) => ({ ...one, ...places[n] })), apart }
}

/** Moves each pair that is too close half of what is missing; says whether there was any. */
const push = (places: Dot[], apart: number): boolean => {
  let isMoved = false
  for (const [n, a] of places.entries()) {
    for (const [m, b] of places.entries()) {
      if (m <= n) continue
      const [dx, dy] = [b.x - a.x, b.y - a.y]
      const distance = Math.hypot(dx, dy)
      if (distance >= apart - 0.1) continue
      // Two in one place part in a direction of their own.
      const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [Math.cos(m), Math.sin(m)]
      const step = (apart - distance) / 2
      a.x -= ux * step
      a.y -= uy * step
      b.x += ux * step
      b.y += uy * step
      isMoved = true
    }
  }
  return isMoved
}
