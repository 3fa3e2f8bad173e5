import { createServer } from 'node:http'

// Devices over HTTP, each under an address of its own: every /hang/ takes what comes and never answers.
const server = createServer((req, res) => {
  req.resume()
  if (req.url?.startsWith('/hang')) return
  req.on('end', () => res.writeHead(204).end())
})
server.keepAliveTimeout = 5000
server.listen(Number(process.argv[2]), '0.0.0.0', 16_384, () => process.stdout.write('listening\n'))
