import type { Payload } from 'payload'

/** A table that holds a part of a governed document, and how to walk from it up to the main row. */
export type GuardedTable = {
  collection: string
  table: string
  /** From this table upwards: the column that names the parent, and the parent's table. Empty for the main table. */
  path: { column: string; parent: string }[]
}

type RawTable = {
  name: string
  columns: Record<string, { name: string }>
  foreignKeys?: Record<
    string,
    { columns: string[]; foreignColumns: { name: string; table: string }[] }
  >
}

type Adapter = { rawTables: Record<string, RawTable>; tableNameMap: Map<string, string> }

/**
 * Every table that holds a part of the collection's documents: main, locales, arrays, blocks, relations, texts, numbers.
 *
 * @throws when the main table has no `_status`: drafts are off, or the status is kept per language
 */
export const familyOf = (payload: Payload, collection: string): GuardedTable[] => {
  const { rawTables, tableNameMap } = payload.db as unknown as Adapter // the adapter's type hides its tables
  const main = tableNameMap.get(collection.replaceAll('-', '_')) ?? ''
  if (!rawTables[main]?.columns._status) {
    throw new Error(
      `release-log: ${collection} has no _status on its main table; drafts must be on, per document`,
    )
  }
  const family: GuardedTable[] = [{ collection, table: main, path: [] }]
  for (const member of family) {
    for (const table of Object.values(rawTables)) {
      const column = parentColumn(table, member.table)
      if (!column || family.some((one) => one.table === table.name)) continue
      const path = [{ column, parent: member.table }, ...member.path]
      family.push({ collection, table: table.name, path })
    }
  }
  return family
}

const parentColumn = (table: RawTable, parent: string): string | undefined => {
  for (const key of Object.values(table.foreignKeys ?? {})) {
    const [column] = key.columns
    const [target] = key.foreignColumns
    const isFamily = column === '_parentID' || column === 'parent'
    if (isFamily && target?.table === parent && target.name === 'id') {
      return table.columns[column]?.name
    }
  }
  return undefined
}
