import type { FilterField } from './filterFields.ts'
import type { QueryObject, QueryValue } from './parseQuery.ts'
import { unsupported } from './queryError.ts'

/** A condition as SQL over `i`; `values` are bound in order. */
export type Conditions = { text: string; fields: Set<string>; isSimple: boolean }

const comparisons: Record<string, string> = {
  equals: '=',
  not_equals: '<>',
  greater_than: '>',
  greater_than_equal: '>=',
  less_than: '<',
  less_than_equal: '<=',
}

const MAX_CONDITIONS = 12
const MAX_LIST = 50

/**
 * Turns Payload's `where` into SQL, binding every value.
 *
 * @throws PortalError `unsupported_query` for a field, operator or value outside the documented subset
 */
export const whereToSql = (
  where: QueryValue | undefined,
  fields: Record<string, FilterField>,
  values: unknown[],
): Conditions => {
  const used = new Set<string>()
  let isSimple = true
  let count = 0

  const every = (query: QueryObject): string[] =>
    Object.entries(query).flatMap(([key, value]) => {
      if (key === 'and' || key === 'or') {
        const parts = listOf(value).map(
          (one) => `(${every(asObject(one)).join(' and ') || 'true'})`,
        )
        if (key === 'or') isSimple = false
        return parts.length === 0 ? [] : [`(${parts.join(` ${key} `)})`]
      }
      return field(key, asObject(value))
    })
  const field = (name: string, operators: QueryObject): string[] => {
    const known = Object.hasOwn(fields, name) ? fields[name] : nested(name, operators)
    if (!known) {
      // `where[site][code][equals]` is the same as `where[site.code][equals]`
      return Object.entries(operators).flatMap(([key, value]) =>
        Object.hasOwn(fields, `${name}.${key}`)
          ? field(`${name}.${key}`, asObject(value))
          : refuseField(name),
      )
    }
    used.add(name)
    return Object.entries(operators).flatMap(([operator, value]) =>
      Object.hasOwn(fields, `${name}.${operator}`)
        ? field(`${name}.${operator}`, asObject(value))
        : [condition(name, known, operator, value)],
    )
  }
  const nested = (name: string, operators: QueryObject): FilterField | undefined => {
    const isNested = Object.keys(operators).some((key) => Object.hasOwn(fields, `${name}.${key}`))
    return isNested ? undefined : refuseField(name)
  }
  const condition = (name: string, known: FilterField, operator: string, value: QueryValue) => {
    count += 1
    if (count > MAX_CONDITIONS) {
      throw unsupported('Có quá nhiều điều kiện.', 'There are too many conditions.')
    }
    const bound = (text: string) => {
      const holder = `$${values.push(convert(name, known, text))}`
      return known.wrap ? known.wrap(holder) : `${holder}${casts[known.kind]}`
    }
    if (operator in comparisons) {
      if (operator !== 'equals') isSimple = false
      return `${known.column} ${comparisons[operator]} ${bound(asText(name, value))}`
    }
    isSimple = false
    if (operator === 'in' || operator === 'not_in') {
      const list = (typeof value === 'string' ? value.split(',') : listOf(value)).map((one) =>
        bound(asText(name, one)),
      )
      if (list.length === 0 || list.length > MAX_LIST) {
        throw unsupported(
          `"${operator}" nhận 1 đến ${MAX_LIST} giá trị.`,
          `"${operator}" takes 1 to ${MAX_LIST} values.`,
        )
      }
      return `${known.column} ${operator === 'in' ? 'in' : 'not in'} (${list.join(', ')})`
    }
    if (operator === 'exists' && (value === 'true' || value === 'false')) {
      return `${known.column} is ${value === 'true' ? 'not null' : 'null'}`
    }
    throw unsupported(
      `Toán tử "${operator.slice(0, 40)}" không được hỗ trợ; tìm theo từ ngữ thì dùng /api/search?q=.`,
      `The operator "${operator.slice(0, 40)}" is not supported; to search for words use /api/search?q=.`,
      { field: name, operator: operator.slice(0, 40) },
    )
  }

  const text = where === undefined ? '' : every(asObject(where)).join(' and ')
  return { text, fields: used, isSimple }
}

const casts = { integer: '::int', text: '', time: '::timestamptz' }

const convert = (name: string, field: FilterField, text: string): unknown => {
  if (field.kind === 'integer') {
    const value = Number(text)
    if (/^\d{1,9}$/.test(text) && Number.isInteger(value)) return value
    throw unsupported(`"${name}" cần một số nguyên.`, `"${name}" needs a whole number.`, {
      field: name,
    })
  }
  if (field.kind === 'time') {
    const time = new Date(text)
    if (/^\d{4}-/.test(text) && !Number.isNaN(time.getTime())) return time.toISOString()
    throw unsupported(`"${name}" cần một ngày ISO.`, `"${name}" needs an ISO date.`, {
      field: name,
    })
  }
  return field.normalise ? field.normalise(text) : text
}

const refuseField = (name: string): never => {
  const field = name.slice(0, 60)
  throw unsupported(
    `Không lọc được theo "${field}".`,
    `"${field}" is not a field that can be filtered by.`,
    { field },
  )
}

const listOf = (value: QueryValue): QueryValue[] =>
  typeof value === 'string' ? [value] : Object.values(value)

const asText = (name: string, value: QueryValue): string => {
  if (typeof value === 'string') return value
  throw unsupported(`Giá trị của "${name}" không rõ.`, `The value of "${name}" is ambiguous.`)
}

const asObject = (value: QueryValue): QueryObject => {
  if (typeof value !== 'string') return value
  throw unsupported(
    'Điều kiện cần có dạng where[trường][toán tử]=giá trị.',
    'A condition has the form where[field][operator]=value.',
  )
}
