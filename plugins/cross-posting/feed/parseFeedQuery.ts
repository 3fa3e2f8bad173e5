import { refuse } from './refuse.ts'

/** What a reader of the feed asks for. */
export type FeedQuery = {
  after: number
  limit: number
  /** null: every collection. */
  collections: string[] | null
  locale: 'vi' | 'en'
  waitSeconds: number
}

const parameters = ['after', 'limit', 'collections', 'locale', 'wait']

/**
 * Reads the feed's parameters, strictly: what is not understood is refused rather than ignored.
 *
 * @throws PortalError bad_cursor, bad_limit, bad_wait, bad_locale, unknown_collection, unknown_parameter
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
  const locale = search.get('locale') ?? 'vi'
  if (locale !== 'vi' && locale !== 'en') throw refuse('bad_locale')
  const collections = search.get('collections')?.split(',') ?? null
  if (collections?.some((slug) => !knownCollections.includes(slug))) {
    throw refuse('unknown_collection')
  }
  return { after, limit, collections, locale, waitSeconds }
}

const wholeNumber = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null)
