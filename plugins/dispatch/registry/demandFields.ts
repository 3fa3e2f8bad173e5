import type { CollectionConfig, Field, PayloadRequest } from 'payload'
import { text } from 'payload/shared'
import { label } from '#kit/label.ts'
import type { Label } from '#kit/label.ts'

type Options = { siblingData: { channel?: unknown }; req: PayloadRequest; [more: string]: unknown }
type Check = (value: unknown, options: Options) => unknown

const CODE = label(
  'Mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới; tối đa 80 ký tự.',
  'A code takes letters without marks, digits, dots, hyphens and underscores only; at most 80 of them.',
)
const HTTP = label(
  'Địa chỉ của kênh này phải bắt đầu bằng http:// hoặc https://.',
  'An address of this channel must begin with http:// or https://.',
)
const STATION = label(
  'Địa chỉ của kênh này có dạng liquidsoap://máy:1234.',
  'An address of this channel is of the form liquidsoap://host:1234.',
)

const schemes: Record<string, { protocols: readonly string[]; sentence: Label }> = {
  http: { protocols: ['http:', 'https:'], sentence: HTTP },
  cap: { protocols: ['http:', 'https:'], sentence: HTTP },
  httttn: { protocols: ['http:', 'https:'], sentence: HTTP },
  icecast: { protocols: ['liquidsoap:'], sentence: STATION },
}

/** What is wrong with a code that becomes part of topics and addresses; null when it is plain. */
export const faultOfCode = (code: unknown): Label | null =>
  typeof code !== 'string' || code === '' || /^[A-Za-z0-9._-]{1,80}$/.test(code) ? null : CODE

/** What is wrong with a device's address for its channel; null when it fits, or none is given. */
export const faultOfAddress = (channel: unknown, address: unknown): Label | null => {
  const scheme = schemes[String(channel)]
  if (!scheme || typeof address !== 'string' || address === '') return null
  const url = URL.parse(address)
  const isFit = url !== null && url.hostname !== '' && scheme.protocols.includes(url.protocol)
  return isFit ? null : scheme.sentence
}

/** Adds what dispatch demands of codes and addresses to the fields of a collection. */
export const demandFields = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map(demanding),
})

const demanding = (field: Field): Field => {
  if ('fields' in field && field.type !== 'array')
    return { ...field, fields: field.fields.map(demanding) } as Field // the same field, its own fields changed
  if (field.type === 'tabs') {
    const tabs = field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(demanding) }))
    return { ...field, tabs }
  }
  if (field.type !== 'text') return field
  if (field.name === 'code') return checked(field, faultOfCode)
  if (field.name !== 'address') return field
  return checked(field, (value, { siblingData }) => faultOfAddress(siblingData.channel, value))
}

const checked = (field: Field, faultOf: (value: unknown, options: Options) => Label | null) => {
  const own = ('validate' in field ? field.validate : undefined) as Check | undefined
  const validate: Check = async (value, options) => {
    const before = await (own ?? (text as unknown as Check))(value, options)
    const fault = before === true ? faultOf(value, options) : null
    return fault ? fault[options.req.i18n?.language === 'en' ? 'en' : 'vi'] : before
  }
  return { ...field, validate } as Field // the same field with one check more
}
