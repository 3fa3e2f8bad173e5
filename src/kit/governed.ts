/** Which keys of a governed document the read tables show as columns. Names are top-level fields of the collection. */
export type Projection = {
  /** The title; a locale is public only where it has one. */
  title: string
  slug: string
  lead?: string
  category?: string
  cover?: string
  /** The date lists are sorted by; where unset, the time of first release. */
  sortAt?: string
  /** A normalised document number. */
  number?: string
  /** A code lists may be filtered by, such as the kind of a document. */
  kind?: string
  /** Fields whose text is searched besides title and lead. */
  search?: readonly string[]
}

/** A collection that only a board's decision makes public. */
export type GovernedCollection = {
  slug: string
  /** The log a document belongs to: that of its `site`, or the one shared by all sites. */
  log: 'site' | 'common'
  projection: Projection
  /**
   * Top-level fields that are made of others where nobody filled them in: what is made is frozen, decided on and released
   * like anything written, while the draft stays as it is. Nothing is added where a function returns nothing.
   */
  made?: Readonly<
    Record<string, (document: Readonly<Record<string, unknown>>, locale: string) => unknown>
  >
}
