/**
 * One kind of event. Texts are patterns: `{slot}` is filled from the scene of the article, `{#20-80}` is a number in that
 * range, `[a|b]` is one of the choices.
 */
export type Topic = {
  key: string
  /** Slug of the category. */
  category: string
  /** Code of the department that reports on it. */
  department: string
  picture: string
  /** @default newsEvent */
  contentKind?: 'policyLaw' | 'planTender' | 'programme' | 'statistics'
  /** A list and its heading; one is taken. */
  lists: readonly { heading: string; items: readonly string[] }[]
  /** What the office says, never a person. */
  quotes: readonly string[]
  /** Further paragraphs; some are taken. */
  paragraphs: readonly string[]
  stories: readonly Story[]
  /** The same event in English, for the articles that have an English version. */
  english?: { titles: readonly string[]; lead: string; paragraphs: readonly string[] }
}

/** One way to tell it. */
export type Story = {
  titles: readonly string[]
  lead: string
  paragraphs: readonly string[]
  /** Whether the day of the event lies before or after the day of release. */
  when: 'past' | 'coming'
  /** The event takes place at a week-end. */
  isWeekend?: boolean
}
