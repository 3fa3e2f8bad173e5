import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { DeviceConfig } from './config.ts'
import type { Player, Report } from './player.ts'
import { signReceipt } from './signReceipt.ts'
import type { Envelope } from './verify.ts'

/** Takes messages by POST, in the headers of Standard Webhooks, and reports to the hub over HTTP. */
export const listenHttp = async (config: DeviceConfig, player: Player): Promise<void> => {
  const report = async (deliveryId: string, one: Report) => {
    await fetch(`${config.hubUrl}/api/dispatch/receipts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(signReceipt(config, deliveryId, one)),
      signal: AbortSignal.timeout(10_000),
    })
  }
  const server = createServer((req, res) => {
    envelopeOf(req)
      .then((envelope) => player(envelope, report))
      .then(() => res.writeHead(204).end())
      .catch((error: unknown) => res.writeHead(400).end(String(error)))
  })
  server.listen(config.port, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    process.stdout.write(`listening on ${port}\n`)
  })
}

const envelopeOf = async (req: IncomingMessage): Promise<Envelope> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of req) chunks.push(chunk as Uint8Array)
  const header = (name: string) => String(req.headers[name] ?? '')
  return {
    id: header('webhook-id'),
    timestamp: Number(header('webhook-timestamp')),
    signature: header('webhook-signature'),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
