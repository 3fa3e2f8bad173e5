import type { FlattenedField } from 'payload'
import type { Row } from './copyInto.ts'

/** Rows of one document, by table. */
export type TableRows = Map<string, Row[]>

/** A document as the adapter keeps it: localized values as `{ vi, en }`. */
export type RawDocument = Record<string, unknown>

type Place = {
  table: string
  /** Column prefix of nested groups and of versions. */
  prefix: string
  /** Path prefix of the rows of relations. */
  path: string
  /** Ids of the rows an array is stored as; versions number them themselves. */
  arrayIds: () => string | number
  isVersion: boolean
}

/** The rows a document is stored as: main, locales, arrays, relations, many-valued selects. */
export const tableRows = (args: {
  fields: readonly FlattenedField[]
  document: RawDocument
  id: number
  place: Place
  extra: Row
}): TableRows => {
  const rows: TableRows = new Map()
  const main: Row = { id: args.id, ...args.extra }
  const locales = new Map<string, Row>()
  walk({ ...args, rows, main, locales })
  add(rows, args.place.table, main)
  for (const [locale, row] of locales) {
    add(rows, `${args.place.table}_locales`, { ...row, _locale: locale, _parent_id: args.id })
  }
  return rows
}

type Walk = {
  fields: readonly FlattenedField[]
  document: RawDocument
  id: number | string
  place: Place
  rows: TableRows
  main: Row
  locales: Map<string, Row>
}

const walk = (state: Walk) => {
  for (const field of state.fields) {
    if (!('name' in field) || ('virtual' in field && field.virtual)) continue
    const value = state.document[field.name]
    if (value === undefined || value === null) continue
    const column = `${state.place.prefix}${snake(field.name)}`
    if (field.type === 'group' || field.type === 'tab') {
      const place = {
        ...state.place,
        prefix: `${column}_`,
        path: `${state.place.path}${field.name}.`,
      }
      walk({ ...state, fields: field.flattenedFields, document: value as RawDocument, place })
    } else if (field.type === 'array') {
      addArray(state, field.flattenedFields, column, value as RawDocument[])
    } else if ('hasMany' in field && field.hasMany && Array.isArray(value)) {
      addMany(state, field, column, value as unknown[])
    } else {
      put(state, field, column, value)
    }
  }
}

const put = (state: Walk, field: FlattenedField, column: string, value: unknown) => {
  const name = field.type === 'relationship' || field.type === 'upload' ? `${column}_id` : column
  if (!('localized' in field) || !field.localized) {
    state.main[name] = value
    return
  }
  for (const [locale, text] of Object.entries(value as Record<string, unknown>)) {
    if (text === undefined || text === null) continue
    state.locales.set(locale, { ...state.locales.get(locale), [name]: text })
  }
}

const addMany = (state: Walk, field: FlattenedField, column: string, values: unknown[]) => {
  if (field.type === 'relationship' || field.type === 'upload') {
    const target = `${snake(String(field.relationTo))}_id`
    values.forEach((value, index) =>
      add(state.rows, `${state.place.table}_rels`, {
        order: index + 1,
        parent_id: state.id,
        path: `${state.place.path}${field.name}`,
        [target]: value,
      }),
    )
    return
  }
  const named = 'dbName' in field && typeof field.dbName === 'string' ? field.dbName : undefined
  values.forEach((value, index) =>
    add(state.rows, named ?? `${state.place.table}_${column}`, {
      order: index + 1,
      parent_id: state.id,
      value,
    }),
  )
}

const addArray = (
  state: Walk,
  fields: readonly FlattenedField[],
  column: string,
  documents: RawDocument[],
) => {
  const table = `${state.place.table}_${column}`
  documents.forEach((document, index) => {
    const rowId = state.place.isVersion ? state.place.arrayIds() : (document.id as string)
    const main: Row = { id: rowId, _order: index + 1, _parent_id: state.id }
    if (state.place.isVersion) main._uuid = document.id
    const locales = new Map<string, Row>()
    const place = { ...state.place, table, prefix: '', path: '' }
    walk({
      ...state,
      fields: fields.filter((field) => field.name !== 'id'),
      document,
      id: rowId,
      place,
      main,
      locales,
    })
    add(state.rows, table, main)
    for (const [locale, row] of locales) {
      add(state.rows, `${table}_locales`, { ...row, _locale: locale, _parent_id: rowId })
    }
  })
}

const add = (rows: TableRows, table: string, row: Row) => {
  const list = rows.get(table)
  if (list) list.push(row)
  else rows.set(table, [row])
}

/** Payload's own column names: `contentKind` → `content_kind`. */
const snake = (name: string): string =>
  name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
