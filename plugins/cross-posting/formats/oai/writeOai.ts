import { xmlText } from '#domain/text/xmlText.ts'
import type { Entry } from '../readEntries.ts'

/** What an element holds: text, or elements that are written already. */
export const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`

/** A moment to the second. */
export const second = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`

/** The whole answer. */
export const writeOai = (options: {
  now: Date
  baseUrl: string
  /** Attributes of the request, where they were understood. */
  request: Readonly<Record<string, string>>
  content: string
}): string => {
  const attributes = Object.entries(options.request).map(
    ([name, value]) => ` ${name}="${xmlText(value)}"`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"><responseDate>${second(options.now)}</responseDate><request${attributes.join('')}>${xmlText(options.baseUrl)}</request>${options.content}</OAI-PMH>
`
}

/** What names a record; a withdrawn one is deleted, for ever. */
export const header = (options: {
  identifier: string
  at: Date
  sets: readonly string[]
  isDeleted: boolean
}): string =>
  `<header${options.isDeleted ? ' status="deleted"' : ''}>${element('identifier', options.identifier)}${element('datestamp', second(options.at))}${options.sets.map((set) => element('setSpec', set)).join('')}</header>`

/** A record as Dublin Core: who wrote and who gave it, when it was first published, where it stands and where it is from. */
export const dublinCore = ({ item, ...entry }: Entry): string => {
  const { attribution, origin } = item
  const parts: [string, string | null | undefined][] = [
    ['title', entry.title],
    ['creator', attribution?.author],
    ['subject', entry.section?.title],
    ['subject', item.contentKind],
    ['description', entry.lead],
    ['publisher', attribution?.sourceAgency],
    ['date', attribution?.firstPublishedAt.slice(0, 10)],
    ['type', item.collection === 'documents' ? 'Official document' : 'Text'],
    ['format', 'text/html'],
    ['identifier', item.url],
    ['identifier', item.sha256 && `urn:sha256:${item.sha256}`],
    ['source', origin?.url],
    ['language', entry.language],
    ['rights', item.license],
  ]
  const elements = parts.flatMap(([name, value]) => (value ? element(`dc:${name}`, value) : []))
  return `<metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${elements.join('')}</oai_dc:dc></metadata>`
}
