import type { Payload } from 'payload'

type Adapter = { tableNameMap: Map<string, string>; versionsSuffix?: string }

/** The quoted name of a collection's versions table. */
export const versionsTable = (payload: Payload, collection: string): string => {
  const { tableNameMap, versionsSuffix = '_v' } = payload.db as unknown as Adapter // the adapter's type hides its tables
  const key = `_${collection.replaceAll('-', '_')}${versionsSuffix}`
  const name = tableNameMap.get(key)
  if (!name) throw new Error(`release-log: ${collection} has no versions table`)
  return `public."${name}"`
}
