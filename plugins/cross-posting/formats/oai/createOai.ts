import type { Request, Response, Router } from 'express'
import express from 'express'
import type { Pool } from 'pg'
import { siteOfFeed } from '../../feed/siteOfFeed.ts'
import type { FeedSite } from '../../feed/toFeedItem.ts'
import { readSections, toEntry } from '../readEntries.ts'
import { OaiError } from './oaiError.ts'
import { parseOaiRequest } from './parseOaiRequest.ts'
import type { OaiRequest, Selection } from './parseOaiRequest.ts'
import { readEarliest, readOaiSites, readRecord, readRecords } from './readRecords.ts'
import type { OaiRow, OaiSite } from './readRecords.ts'
import { writeToken } from './resumption.ts'
import { dublinCore, element, header, second, writeOai } from './writeOai.ts'

/** What the harvesting interface is made of. */
export type OaiOptions = {
  pool: Pool
  /** The hub's own address, without a slash at its end. */
  publicUrl: string
  /** Collections that have pages. */
  collections: readonly string[]
  repositoryName: string
  adminEmail: string
  license?: string | null
  /** Where the items of a collection lie below their site. @default those of this portal */
  folders?: Readonly<Record<string, string>>
  now?: () => Date
  /** Records of an answer. @default 100 */
  pageSize?: number
}

/** Of a request's body: arguments are short. */
const BODY_BYTES = 16 * 1024

/**
 * `/oai`: OAI-PMH 2.0 by GET and POST. Sets are the sites and, within each, its collections; what was withdrawn stays as a
 * deleted record for ever; resumption tokens hold all that is needed and never expire.
 */
export const createOai = (options: OaiOptions): Router => {
  const { now = () => new Date() } = options
  const baseUrl = `${options.publicUrl}/oai`

  const answer = async (given: URLSearchParams, res: Response) => {
    const request = Object.fromEntries(given)
    const write = (content: string, shown: Record<string, string>) => {
      res.set({ 'cache-control': 'no-cache', 'content-type': 'text/xml; charset=utf-8' })
      res.send(writeOai({ now: now(), baseUrl, request: shown, content }))
    }
    try {
      write(await contentOf(options, parseOaiRequest(given)), request)
    } catch (error) {
      if (!(error instanceof OaiError)) throw error
      const isUnread = error.code === 'badVerb' || error.code === 'badArgument'
      write(
        element('error', error.message).replace('<error>', `<error code="${error.code}">`),
        isUnread ? {} : request,
      )
    }
  }

  const router = express.Router()
  router.get('/oai', (req, res) => answer(new URL(req.originalUrl, baseUrl).searchParams, res))
  router.post(
    '/oai',
    express.text({ type: 'application/x-www-form-urlencoded', limit: BODY_BYTES }),
    (req: Request<object, unknown, unknown>, res) =>
      answer(new URLSearchParams(typeof req.body === 'string' ? req.body : ''), res),
  )
  return router
}

const contentOf = (options: OaiOptions, request: OaiRequest): Promise<string> => {
  switch (request.verb) {
    case 'Identify':
      return identify(options)
    case 'ListSets':
      return listSets(options)
    case 'ListMetadataFormats':
      return listFormats(options, request.identifier)
    case 'GetRecord':
      return getRecord(options, request.identifier)
    case 'ListRecords':
    case 'ListIdentifiers':
      return list(options, request.verb, request.selection)
  }
}

const identify = async (options: OaiOptions) => {
  const earliest = second(await readEarliest(options.pool))
  return `<Identify>${element('repositoryName', options.repositoryName)}${element('baseURL', `${options.publicUrl}/oai`)}<protocolVersion>2.0</protocolVersion>${element('adminEmail', options.adminEmail)}<earliestDatestamp>${earliest}</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity><compression>gzip</compression></Identify>`
}

const listSets = async (options: OaiOptions) => {
  const sites = await readOaiSites(options.pool)
  const sets = sites.flatMap(({ code, name }) => [
    [code, name],
    ...options.collections.map((slug) => [`${code}:${slug}`, `${name}: ${slug}`]),
  ])
  const written = sets.map(
    ([spec = '', name = '']) => `<set>${element('setSpec', spec)}${element('setName', name)}</set>`,
  )
  if (written.length === 0) throw new OaiError('noSetHierarchy', 'There are no sites.')
  return `<ListSets>${written.join('')}</ListSets>`
}

const listFormats = async (options: OaiOptions, identifier: string | null) => {
  if (identifier !== null) await demandRecord(options, identifier)
  return '<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix><schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</schema><metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace></metadataFormat></ListMetadataFormats>'
}

const getRecord = async (options: OaiOptions, identifier: string) => {
  const row = await demandRecord(options, identifier)
  const [record] = await recordsOf(options, [row])
  return `<GetRecord>${record}</GetRecord>`
}

const demandRecord = async (options: OaiOptions, identifier: string): Promise<OaiRow> => {
  const prefix = `oai:${hostOf(options)}:`
  const found = /^([a-z0-9-]{1,64})\/([a-z-]{1,40})\/(\d{1,9})$/.exec(
    identifier.startsWith(prefix) ? identifier.slice(prefix.length) : '',
  )
  const [, log = '', collection = '', id = ''] = found ?? []
  const row = options.collections.includes(collection)
    ? await readRecord(options.pool, { log, collection, id: Number(id) })
    : undefined
  if (!row) throw new OaiError('idDoesNotExist', 'There is no record of this identifier.')
  return row
}

const list = async (
  options: OaiOptions,
  verb: 'ListRecords' | 'ListIdentifiers',
  selection: Selection,
) => {
  const { pool, collections, pageSize = 100 } = options
  const rows = await readRecords(pool, collections, selection, pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  if (!last) throw new OaiError('noRecordsMatch', 'Nothing was released that matches.')
  const before = selection.place?.given ?? 0
  const token =
    rows.length > pageSize ? writeToken(selection, placeOf(last, before + shown.length)) : ''
  const isPart = token !== '' || before > 0
  const written =
    verb === 'ListRecords'
      ? await recordsOf(options, shown)
      : shown.map((row) => headerOf(options, row))
  const end = isPart ? `<resumptionToken cursor="${before}">${token}</resumptionToken>` : ''
  return `<${verb}>${written.join('')}${end}</${verb}>`
}

const placeOf = ({ micros, log, seq }: OaiRow, given: number) => ({ micros, log, seq, given })

const hostOf = (options: OaiOptions) => new URL(options.publicUrl).hostname

const headerOf = (options: OaiOptions, row: OaiRow): string =>
  header({
    identifier: `oai:${hostOf(options)}:${row.log}/${row.collection}/${row.docId}`,
    at: row.releasedAt,
    sets: [row.log, `${row.log}:${row.collection}`],
    isDeleted: row.kind === 'withdraw',
  })

const recordsOf = async (options: OaiOptions, rows: readonly OaiRow[]): Promise<string[]> => {
  const { pool, publicUrl, license = null, folders } = options
  const [sites, sections] = await Promise.all([readOaiSites(pool), readSections(pool, 'vi')])
  const terms = { publicUrl, license, folders }
  return rows.map((row) => {
    const site = siteIn(sites, row.log, publicUrl)
    const entry = toEntry({ row, site, terms, locale: 'vi', sections })
    const metadata = row.kind === 'withdraw' ? '' : dublinCore(entry)
    return `<record>${headerOf(options, row)}${metadata}</record>`
  })
}

/** A site that was closed keeps its records. */
const siteIn = (sites: readonly OaiSite[], code: string, publicUrl: string): FeedSite => {
  const found = sites.find((one) => one.code === code)
  if (!found) return { code, name: null, address: publicUrl }
  return siteOfFeed(code, { isSite: true, ...found }, publicUrl)
}
