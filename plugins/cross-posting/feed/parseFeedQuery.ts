import { refuse } from './refuse.ts'

/** What a reader of the feed asks for. null: everything. */
export type FeedQuery = {
  after: number
  limit: number
  collections: string[] | null
  /** Sections, by id or by slug. */
  categories: string[] | null
  /** Kinds of content: what the collection's `kind` projection holds. */
  kinds: string[] | null
  /** Items that have a text in one of these languages. */
  locales: string[] | null
  /** The language of title and address. */
  locale: 'vi' | 'en'
  waitSeconds: number
  /** A consent of a receiving site, whose scope then stands for the filters. */
  subscription: string | null
}

const filters = ['collections', 'categories', 'kinds', 'locales'] as const
const parameters = ['after', 'limit', 'locale', 'wait', 'subscription', ...filters]

/**
 * Reads the feed's parameters, strictly: what is not understood is refused rather than ignored.
 *
 * @throws PortalError bad_cursor, bad_limit, bad_wait, bad_locale, bad_filter, unknown_collection, unknown_parameter
 */
export const parseFeedQuery = (
  search: URLSearchParams,
  knownCollections: readonly string[],
): FeedQuery => {
  const names = [...search.keys()]
  if (new Set(names).size !== names.length || names.some((name) => !parameters.includes(name))) {
    throw refuse('unknown_parameter')
  }
  const after = wholeNumber(search.get('after') ?? '0')
  if (after === null) throw refuse('bad_cursor')
  const limit = wholeNumber(search.get('limit') ?? '100')
  if (limit === null || limit < 1 || limit > 500) throw refuse('bad_limit')
  const waitSeconds = wholeNumber(search.get('wait') ?? '0')
  if (waitSeconds === null || waitSeconds > 25) throw refuse('bad_wait')
  const subscription = search.get('subscription')
  if (subscription !== null && filters.some((name) => search.has(name))) throw refuse('bad_filter')
  return { after, limit, waitSeconds, subscription, ...parseScope(search, knownCollections) }
}

/** The filters and the language, which every format of the feed shares. */
export const parseScope = (
  search: URLSearchParams,
  knownCollections: readonly string[],
): Pick<FeedQuery, (typeof filters)[number] | 'locale'> => {
  const locale = search.get('locale') ?? 'vi'
  if (!isLocale(locale)) throw refuse('bad_locale')
  const collections = listOf(search, 'collections')
  if (collections?.some((slug) => !knownCollections.includes(slug))) {
    throw refuse('unknown_collection')
  }
  const categories = listOf(search, 'categories')
  const kinds = listOf(search, 'kinds')
  const words = [...(categories ?? []), ...(kinds ?? [])]
  if (words.length > 100 || words.some((word) => !/^[\w-]{1,160}$/.test(word))) {
    throw refuse('bad_filter')
  }
  const locales = listOf(search, 'locales')
  if (locales?.some((one) => !isLocale(one))) throw refuse('bad_locale')
  return { locale, collections, categories, kinds, locales }
}

const isLocale = (text: string): text is 'vi' | 'en' => text === 'vi' || text === 'en'

const listOf = (search: URLSearchParams, name: string): string[] | null =>
  search.get(name)?.split(',') ?? null

const wholeNumber = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null)
