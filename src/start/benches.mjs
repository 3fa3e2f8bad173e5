import { StartError } from './startError.mjs'

/** What can be measured; each is `tests/bench/<name>.ts`. */
export const benches = {
  read: 'what citizens read (REST, search, pages), and releases a second',
  feed: 'the feed: pages a second, a full re-sync, consumers while four processes release',
  load: 'the bulk loader',
  sla: 'the clocks: a full pass, a tick, the heat map of a site, a notice over all open clocks',
  dispatch:
    'ten thousand devices: the broker, HTTP, devices that hang, an emergency behind others, receipts',
  failover:
    'F1 and F32: the sender of an emergency to ten thousand devices is killed, exit code 1 when a bar is missed',
  desk: 'the review desk, a decision on its way to the public, what a draft save costs',
}

/**
 * @param {string[]} words of the command line; NAME and options of that bench
 * @returns {{ name: string, words: string[] }}
 * @throws {StartError} for a name that is missing or unknown
 */
export const demandBench = ([name, ...words]) => {
  if (name && Object.hasOwn(benches, name)) return { name, words }
  const list = Object.entries(benches).map(([one, what]) => `${one} (${what})`)
  const fault = name ? `"${name}" is not a bench` : 'A bench has a name'
  throw new StartError(`${fault}: npm run bench -- NAME, where NAME is ${list.join(' or ')}.`)
}
