/** How many update windows were owed and how many of them kept. */
export type Kept = { owed: number; met: number }

/** What the public may know about how sites kept their update windows. */
export type RecordFigures = {
  /** The last whole month and the present year, `YYYY-MM` and `YYYY`. */
  month: string
  year: string
  /** By release log. */
  sites: readonly { log: string; month: Kept; year: Kept }[]
  /** All sites by month of the present year, `YYYY-MM`, oldest first. */
  months: readonly (Kept & { month: string })[]
}

/** The figures as this process knows them. */
export type PublicRecord = {
  /** Changes when the figures do; part of the page's cache key. */
  version: () => string
  figures: () => RecordFigures
}
