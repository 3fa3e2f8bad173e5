import { lookup as resolve } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import type { AddressRules } from './addressRules.ts'

/** The address a name led to may not be dialled. */
export class RefusedAddress extends Error {
  constructor() {
    super('the address lies in a network that may not be called')
    this.name = 'RefusedAddress'
  }
}

/** Tells a refused address; where several were tried, the reason lies within. */
export const isRefusedAddress = (error: unknown): boolean =>
  error instanceof RefusedAddress ||
  (error instanceof AggregateError && error.errors.some(isRefusedAddress)) ||
  (error instanceof Error && error.cause !== undefined && isRefusedAddress(error.cause))

/**
 * Connections for calls to addresses that strangers typed. The rule is applied to the addresses a name resolves to at the moment of
 * dialling, and only those are dialled: a name that leads somewhere else the next time gains nothing.
 *
 * @param options.timeoutMs for a connection
 * @param options.connections at once to one origin
 */
export const guardedAgent = (options: {
  mayDial: AddressRules
  timeoutMs: number
  connections?: number
}): Agent => {
  const { mayDial, timeoutMs, connections = 2 } = options
  const connector = buildConnector({
    timeout: timeoutMs,
    lookup: guardedLookup(mayDial),
    keepAlive: true,
  } as buildConnector.BuildOptions)
  return new Agent({
    connect: (target, done) => {
      // A literal address is dialled without a lookup.
      const host = target.hostname.replace(/^\[|\]$/g, '')
      if (isIP(host) !== 0 && !mayDial(host)) done(new RefusedAddress(), null)
      else connector(target, done)
    },
    connections,
    pipelining: 1,
    keepAliveTimeout: 4000,
    // However long the other side offers to keep it: ten thousand devices are as many sockets.
    keepAliveMaxTimeout: 4000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: MOST_BYTES,
  })
}

/** What a receiver may answer. */
const MOST_BYTES = 64 * 1024

const guardedLookup =
  (mayDial: AddressRules): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) {
        done(error, [])
        return
      }
      const addresses: LookupAddress[] = found.filter((one) => mayDial(one.address))
      const first = addresses[0]
      if (!first) done(new RefusedAddress(), [])
      else if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
