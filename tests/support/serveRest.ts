import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { handleEndpoints } from 'payload'
import type { SanitizedConfig } from 'payload'
import { governed } from '#config/governed.ts'
import { createPublicRest } from '#plugins/release-log/read.ts'
import type { PublicReader } from '#plugins/release-log/read.ts'

/** The public REST with Payload's own behind it, over real HTTP. */
export const serveRest = async (options: {
  config: Promise<SanitizedConfig>
  reader: PublicReader
}): Promise<{ url: string; stop: () => void }> => {
  const rest = createPublicRest({ reader: options.reader, governed })
  const server = http.createServer((req, res) => {
    if (rest(req, res)) return
    void toPayload(options.config, req, res)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

const toPayload = async (
  config: Promise<SanitizedConfig>,
  req: http.IncomingMessage,
  res: http.ServerResponse,
) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of req) chunks.push(chunk as Uint8Array)
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD' && chunks.length > 0
  const request = new Request(`http://${req.headers.host}${req.url}`, {
    method: req.method ?? 'GET',
    headers: Object.entries(req.headers).map(([key, value]): [string, string] => [
      key,
      String(value),
    ]),
    ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
  })
  const answer = await handleEndpoints({ config, request })
  res.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'text/plain',
  })
  res.end(Buffer.from(await answer.arrayBuffer()))
}
