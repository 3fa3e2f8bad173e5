import { unsupported } from './queryError.ts'

/** A parsed query string: texts and objects of them, as `where[title][equals]=x` nests. */
export type QueryValue = string | QueryObject
export type QueryObject = { [key: string]: QueryValue }

const MAX_PARTS = 60
const MAX_DEPTH = 10
const MAX_VALUE = 500

/**
 * Reads the bracket notation that Payload and its SDK write. Lists come as numbered keys.
 *
 * @throws PortalError `unsupported_query` when the text is too long, too deep, or not UTF-8
 */
export const parseQuery = (text: string): QueryObject => {
  const root: QueryObject = Object.create(null) as QueryObject
  if (text === '') return root
  const parts = text.split('&')
  if (parts.length > MAX_PARTS) {
    throw unsupported('Câu hỏi có quá nhiều tham số.', 'The query has too many parameters.')
  }
  for (const part of parts) {
    if (part === '') continue
    const cut = part.indexOf('=')
    const name = decode(cut < 0 ? part : part.slice(0, cut))
    const value = cut < 0 ? '' : decode(part.slice(cut + 1))
    if (value.length > MAX_VALUE) {
      throw unsupported(
        `Giá trị của "${name.slice(0, 60)}" dài quá ${MAX_VALUE} ký tự.`,
        `The value of "${name.slice(0, 60)}" is longer than ${MAX_VALUE} characters.`,
      )
    }
    place(root, pathOf(name), value)
  }
  return root
}

const decode = (text: string): string => {
  let decoded: string
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw unsupported('Câu hỏi không phải UTF-8 hợp lệ.', 'The query is not valid UTF-8.')
  }
  if (decoded.includes('\0')) {
    throw unsupported('Câu hỏi chứa ký tự không hợp lệ.', 'The query holds a forbidden character.')
  }
  return decoded
}

const pathOf = (name: string): string[] => {
  const path = name.replaceAll(']', '').split('[')
  if (path.length > MAX_DEPTH || name.length > 300) {
    throw unsupported('Tham số lồng quá sâu.', 'A parameter is nested too deeply.')
  }
  return path
}

const place = (root: QueryObject, path: string[], value: string) => {
  let here = root
  for (const [index, raw] of path.entries()) {
    const key = raw === '' ? String(Object.keys(here).length) : raw
    if (index === path.length - 1) {
      const before = here[key]
      if (before !== undefined) {
        throw unsupported(`Tham số "${key}" lặp lại.`, `The parameter "${key}" is given twice.`)
      }
      here[key] = value
      return
    }
    const next = here[key] ?? (here[key] = Object.create(null) as QueryObject)
    if (typeof next === 'string') {
      throw unsupported(`Tham số "${key}" không rõ.`, `The parameter "${key}" is ambiguous.`)
    }
    here = next
  }
}
