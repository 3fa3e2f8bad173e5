import { xmlText } from '#domain/text/xmlText.ts'
import type { CapAlert } from './capAlert.ts'

/** The XML namespace of CAP 1.2. */
export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2'

/** The media type of a CAP document. */
export const CAP_TYPE = 'application/cap+xml'

/** The elements of each part, in the order that the schema demands. */
const order: Record<string, readonly string[]> = {
  alert: [
    'identifier',
    'sender',
    'sent',
    'status',
    'msgType',
    'source',
    'scope',
    'restriction',
    'addresses',
    'code',
    'note',
    'references',
    'incidents',
    'info',
  ],
  info: [
    'language',
    'category',
    'event',
    'responseType',
    'urgency',
    'severity',
    'certainty',
    'effective',
    'onset',
    'expires',
    'senderName',
    'headline',
    'description',
    'instruction',
    'web',
    'parameter',
    'resource',
    'area',
  ],
  parameter: ['valueName', 'value'],
  geocode: ['valueName', 'value'],
  resource: ['resourceDesc', 'mimeType', 'size', 'uri'],
  area: ['areaDesc', 'polygon', 'circle', 'geocode'],
}

/** Writes an alert as a CAP 1.2 document; what XML cannot hold becomes a space. */
export const writeCap = (alert: CapAlert): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${CAP_NAMESPACE}">\n${inner('alert', { ...alert, references: alert.references?.join(' ') }, 1)}</alert>\n`

const inner = (name: string, value: object, depth: number): string => {
  const fields = value as Record<string, unknown>
  return (order[name] ?? []).map((field) => element(field, fields[field], depth)).join('')
}

const element = (name: string, value: unknown, depth: number): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((one) => element(name, one, depth)).join('')
  const pad = '  '.repeat(depth)
  if (typeof value === 'object')
    return `${pad}<${name}>\n${inner(name, value, depth + 1)}${pad}</${name}>\n`
  return `${pad}<${name}>${xmlText(String(value as string | number))}</${name}>\n`
}
