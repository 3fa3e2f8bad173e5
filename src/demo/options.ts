/** How large the city is. */
export type DemoSize = {
  sites: number
  articles: number
  /** The full demo, with boards, questions, bulletins and devices in plenty. */
  isDemo: boolean
}

/**
 * Reads `demo`, `large` or `<sites>x<articles>`.
 *
 * @throws with a sentence when it is none of them
 */
export const readSize = (text: string): DemoSize => {
  if (text === 'demo') return { sites: 147, articles: 430, isDemo: true }
  if (text === 'large') return { sites: 250, articles: 100_000, isDemo: false }
  const match = /^(\d+)x(\d+)$/.exec(text)
  const sites = Number(match?.[1])
  const articles = Number(match?.[2])
  if (!match || sites < 1 || sites > 1000 || articles < 0 || articles > 1_000_000) {
    throw new Error(
      `--size takes demo, large or <sites>x<articles> such as 250x100000, not "${text}"`,
    )
  }
  return { sites, articles, isDemo: false }
}
