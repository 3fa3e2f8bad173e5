/** The frame of a plan, in its own units. */
export const planSize = { width: 736, height: 460, margin: 24 }

type Place = { latitude: number; longitude: number }

/**
 * Puts points given by degrees on a plan, in true proportion for their latitude, so that the whole of them fills it.
 *
 * @returns x and y of each, in the order given
 */
export const placePoints = (points: readonly Place[]): { x: number; y: number }[] => {
  if (points.length === 0) return []
  const { width, height, margin } = planSize
  const shrink = Math.cos((mean(points.map((one) => one.latitude)) * Math.PI) / 180)
  const flat = points.map((one) => ({ x: one.longitude * shrink, y: -one.latitude }))
  const left = least(flat.map((one) => one.x))
  const top = least(flat.map((one) => one.y))
  const wide = Math.max(-least(flat.map((one) => -one.x)) - left, 0.01)
  const high = Math.max(-least(flat.map((one) => -one.y)) - top, 0.01)
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high)
  return flat.map((one) => ({
    x: Math.round(((one.x - left) * scale + (width - wide * scale) / 2) * 10) / 10,
    y: Math.round(((one.y - top) * scale + (height - high * scale) / 2) * 10) / 10,
  }))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length

const least = (values: readonly number[]): number =>
  values.reduce((lowest, one) => Math.min(lowest, one), Infinity)
