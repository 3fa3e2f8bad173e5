const FIRST_MS = 5000
const LONGEST_MS = 12 * 3_600_000

/**
 * When to try again after failures in a row: anywhere between a second and a bound that doubles from five seconds to twelve hours
 * (full jitter: those who failed together do not come back together). Null: the site has failed for too long.
 *
 * @param random in [0, 1)
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
export const nextHintAt = (options: {
  failures: number
  failingSince: Date
  giveUpHours: number
  now: Date
  random: number
}): Date | null => {
  const { failures, failingSince, giveUpHours, now, random } = options
  if (now.getTime() - failingSince.getTime() >= giveUpHours * 3_600_000) return null
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 30))
  return new Date(now.getTime() + 1000 + random * bound)
}
