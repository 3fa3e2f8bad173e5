import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { CAP_NAMESPACE } from './writeCap.ts'

/** An element with what stands in it. */
export type CapNode = {
  /** The first element of that name, as text. */
  text: (name: string) => string | undefined
  texts: (name: string) => string[]
  children: (name: string) => CapNode[]
}

const LARGEST = 2_000_000

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

/** Reads the alert of a document from outside: without DOCTYPE, entities of its own, or endless length. */
export const readCap = (xml: string): CapNode | 'cap_not_xml' | 'cap_not_alert' => {
  if (xml.length > LARGEST || /<!DOCTYPE/i.test(xml) || XMLValidator.validate(xml) !== true)
    return 'cap_not_xml'
  const document = parser.parse(xml) as { alert?: Record<string, unknown>[] }
  const [alert] = document.alert ?? []
  const isOurs = new RegExp(`xmlns(:\\w+)?\\s*=\\s*["']${CAP_NAMESPACE}["']`).test(xml)
  return alert && isOurs ? nodeOf(alert) : 'cap_not_alert'
}

const nodeOf = (value: unknown): CapNode => {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown[] | undefined
  >
  const texts = (name: string) => (fields[name] ?? []).map(textOf)
  return {
    texts,
    text: (name) => texts(name)[0],
    children: (name) => (fields[name] ?? []).map(nodeOf),
  }
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const inner = (value as { '#text'?: unknown } | null)?.['#text']
  return typeof inner === 'string' ? inner : ''
}
