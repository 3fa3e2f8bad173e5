/** The parameters of an address, each read once; empty ones count as absent. */
export type Query = { get: (name: string) => string | undefined }

/** Parameters as Next gives them to a view. */
export const queryOf = (
  params: Readonly<Record<string, string | string[] | undefined>> | undefined,
): Query => ({
  get: (name) => {
    const value = params?.[name]
    return cleaned(Array.isArray(value) ? value[0] : value)
  },
})

/** Parameters of a request. */
export const queryOfRequest = (url: string | undefined): Query => {
  const params = new URL(url ?? '/', 'http://localhost').searchParams
  return { get: (name) => cleaned(params.get(name) ?? undefined) }
}

/** No text of the database may hold NUL. */
const cleaned = (value: string | undefined): string | undefined =>
  value?.replaceAll('\0', '').trim() || undefined

/** The number of a page, from 1. */
export const pageIn = (query: Query): number => {
  const page = Number(query.get('page') ?? 1)
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
}
