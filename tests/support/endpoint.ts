import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came. */
export type Got = {
  at: number
  path: string
  id: string
  timestamp: number
  signature: string
  body: string
}

/** An HTTP server that does what a test says with each request. */
export const startEndpointServer = async (answer: (got: Got, res: ServerResponse) => void) => {
  const got: Got[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (part: Buffer) => (body += part.toString()))
    req.on('end', () => {
      const one = {
        at: performance.now(),
        path: req.url ?? '',
        id: String(req.headers['webhook-id']),
        timestamp: Number(req.headers['webhook-timestamp']),
        signature: String(req.headers['webhook-signature']),
        body,
      }
      got.push(one)
      answer(one, res)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', 4096, resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
