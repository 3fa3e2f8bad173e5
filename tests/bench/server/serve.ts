// A server of a bench, in a process of its own: `bench-server <mode> [argument]` says its port by message.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { bareItem, bareList, bareSearch, constant } from './bareServers.ts'
import { bareFeed } from './bareFeed.ts'
import { ours } from './ours.ts'
import { payloadAlone } from './payloadAlone.ts'

const modes: Record<string, (argument: string) => Promise<http.RequestListener>> = {
  bareList,
  bareItem,
  bareSearch,
  bareFeed,
  constant,
  ours: () => ours({ isCached: true }),
  oursUncached: () => ours({ isCached: false }),
  oursFeed: () => ours({ isCached: false, feedMemory: { items: 64 * 1024 * 1024, pages: 0 } }),
  payload: payloadAlone,
}

const [mode = '', argument = ''] = process.argv.slice(2)
const listener = await modes[mode]?.(argument)
if (!listener) throw new Error(`bench: there is no server "${mode}"`)
const server = http.createServer(listener)
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
