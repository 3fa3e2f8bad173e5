import { OaiError } from './oaiError.ts'
import { readToken } from './resumption.ts'
import type { Place } from './resumption.ts'

/** Which records are listed. Times are ISO texts; `until` is the first moment that is not meant. */
export type Selection = {
  from: string | null
  until: string | null
  log: string | null
  collection: string | null
  /** Where an earlier answer ended. */
  place: Place | null
}

/** A request of a harvester. */
export type OaiRequest =
  | { verb: 'Identify' | 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'GetRecord'; identifier: string }
  | { verb: 'ListRecords' | 'ListIdentifiers'; selection: Selection }

const allowed: Record<OaiRequest['verb'], readonly string[]> = {
  Identify: [],
  ListSets: ['resumptionToken'],
  ListMetadataFormats: ['identifier'],
  GetRecord: ['identifier', 'metadataPrefix'],
  ListRecords: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
  ListIdentifiers: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
}

/**
 * Reads a request as OAI-PMH 2.0 § 3 demands: one verb, known arguments once each, a resumption token alone.
 *
 * @throws OaiError
 */
export const parseOaiRequest = (given: URLSearchParams): OaiRequest => {
  const verbs = given.getAll('verb')
  const verb = verbs[0]
  if (verbs.length !== 1 || !isVerb(verb)) {
    throw new OaiError('badVerb', 'The verb is missing, repeated or unknown.')
  }
  const names = [...given.keys()].filter((name) => name !== 'verb')
  if (new Set(names).size !== names.length) {
    throw new OaiError('badArgument', 'An argument is repeated.')
  }
  const stranger = names.find((name) => !allowed[verb].includes(name))
  if (stranger) {
    throw new OaiError('badArgument', `${verb} takes no argument "${stranger.slice(0, 60)}".`)
  }
  const token = given.get('resumptionToken')
  if (token !== null && names.length > 1) {
    throw new OaiError('badArgument', 'A resumptionToken is the only argument besides the verb.')
  }
  switch (verb) {
    case 'Identify':
      return { verb }
    case 'ListSets':
      if (token !== null) throw new OaiError('badResumptionToken', 'The list of sets is whole.')
      return { verb }
    case 'ListMetadataFormats':
      return { verb, identifier: given.get('identifier') }
    case 'GetRecord': {
      demandPrefix(given)
      const identifier = given.get('identifier')
      if (!identifier) throw new OaiError('badArgument', 'GetRecord needs an identifier.')
      return { verb, identifier }
    }
    case 'ListRecords':
    case 'ListIdentifiers':
      return { verb, selection: token === null ? selectionOf(given) : readToken(token) }
  }
}

const isVerb = (text: string | undefined): text is OaiRequest['verb'] =>
  text !== undefined && Object.hasOwn(allowed, text)

const demandPrefix = (given: URLSearchParams) => {
  const prefix = given.get('metadataPrefix')
  if (!prefix) throw new OaiError('badArgument', 'A metadataPrefix is needed.')
  if (prefix !== 'oai_dc') {
    throw new OaiError('cannotDisseminateFormat', 'Records are given as oai_dc.')
  }
}

const selectionOf = (given: URLSearchParams): Selection => {
  demandPrefix(given)
  const from = given.get('from')
  const until = given.get('until')
  if (from !== null && until !== null && from.length !== until.length) {
    throw new OaiError('badArgument', 'from and until differ in granularity.')
  }
  const start = from === null ? null : moment(from)
  const end = until === null ? null : moment(until)
  if (start && end && start.at > end.at) {
    throw new OaiError('badArgument', 'from is later than until.')
  }
  const [log = null, collection = null, ...more] = given.get('set')?.split(':') ?? []
  if (more.length > 0 || [log, collection].some((one) => one !== null && !/^[\w-]+$/.test(one))) {
    throw new OaiError('badArgument', 'set names none of ListSets.')
  }
  return {
    from: start ? isoOf(start.at) : null,
    until: end ? isoOf(end.at + end.length) : null,
    log,
    collection,
    place: null,
  }
}

const EARLIEST = Date.parse('0001-01-01T00:00:00Z')
const LATEST = Date.parse('9999-12-31T23:59:59Z')

/** Harvesters write the years 0000 and 9999 for "ever"; the database reads neither year 0 nor 10000. */
const isoOf = (at: number): string =>
  new Date(Math.min(Math.max(at, EARLIEST), LATEST)).toISOString()

const DAY_MS = 86_400_000

/** A day or a second of UTC, and how long it lasts. */
const moment = (text: string): { at: number; length: number } => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const isSecond = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)
  const at = isDay || isSecond ? Date.parse(text) : NaN
  // A day that does not exist, as 31 February, is moved on by Date.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text.slice(0, 10)) {
    throw new OaiError('badArgument', 'A time is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.')
  }
  return { at, length: isDay ? DAY_MS : 1000 }
}
