/**
 * How much of a window's energy lies in one pitch, 0 to 1 (Goertzel's algorithm).
 *
 * @param rate samples a second
 */
export const strengthOf = (samples: Int16Array, hz: number, rate: number): number => {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / rate)
  let [last, before, energy] = [0, 0, 0]
  for (const sample of samples) {
    const now = sample + coefficient * last - before
    before = last
    last = now
    energy += sample * sample
  }
  if (energy < samples.length * 100) return 0
  const power = last * last + before * before - coefficient * last * before
  return (2 * power) / (samples.length * energy)
}
