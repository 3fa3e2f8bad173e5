import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { Envelope } from './protocol.ts'

const MOST_BYTES = 1024 * 1024

/** Takes messages by POST, in the headers of Standard Webhooks. */
export const listenHttp = async (options: {
  port: number
  take: (envelope: Envelope) => Promise<void>
}): Promise<Server> => {
  const server = createServer((req, res) => {
    envelopeOf(req)
      .then(options.take)
      .then(() => res.writeHead(204).end())
      .catch((error: unknown) => res.writeHead(400).end(String(error)))
  })
  await new Promise<void>((resolve) => {
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return server
}

const envelopeOf = async (req: IncomingMessage): Promise<Envelope> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new Error('too long')
    chunks.push(chunk)
  }
  const header = (name: string) => String(req.headers[name] ?? '')
  return {
    id: header('webhook-id'),
    timestamp: Number(header('webhook-timestamp')),
    signature: header('webhook-signature'),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
