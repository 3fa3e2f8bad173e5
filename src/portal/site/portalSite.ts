/** A language of the portal. */
export type Locale = 'vi' | 'en'

/** A site of the registry, as routing needs it. */
export type PortalSite = {
  /** Also the name of its release log. */
  code: string
  kind: 'city' | 'component'
  /** Name in the registry by language, for a site whose board has released no settings yet. */
  names: Partial<Record<Locale, string>>
  host: string | null
  isHostedHere: boolean
  languages: Locale[]
}

/** Where a request points: a site, a language and an address within them. */
export type Place = {
  site: PortalSite
  locale: Locale
  /** The path within the site and language, beginning with `/`. */
  rest: string
  /** What stands before every link of the site in this request: `''` or `/s/<code>`, without the language. */
  basePath: string
}
