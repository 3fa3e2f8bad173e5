/**
 * By when a clash is decided, else the default is applied: so long before the air time; where there is less time left, half
 * of it.
 */
export const decideBy = (of: {
  now: Date
  /** The air time of the earlier of the two. */
  startsAt: Date
  leadMinutes: number
}): Date => {
  const lead = of.startsAt.getTime() - of.leadMinutes * 60_000
  const half = of.now.getTime() + Math.max(0, of.startsAt.getTime() - of.now.getTime()) / 2
  return new Date(Math.max(lead, half))
}
