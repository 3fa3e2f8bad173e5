import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { createHook } from './createHook.ts'
import { createReader } from './createReader.ts'
import { renderPage } from './renderPage.ts'
import { loadState, saveState } from './store.ts'

// COLOA_KEY=cpk_… node main.ts --hub http://localhost:3000 --site ha-noi --port 4000 --data site.json
const { values } = parseArgs({
  options: {
    hub: { type: 'string', default: 'http://localhost:3000' },
    site: { type: 'string', default: 'ha-noi' },
    port: { type: 'string', default: '4000' },
    data: { type: 'string', default: 'component-site.json' },
    wait: { type: 'string', default: '20' },
    'hub-key': { type: 'string', multiple: true },
  },
})

const { hub, site, data } = values
const key = process.env.COLOA_KEY
const state = await loadState(data)
const reader = createReader({
  hub,
  site,
  key,
  state,
  save: (next) => saveState(data, next),
  waitSeconds: Number(values.wait),
})
const hook = createHook({ hub, keys: values['hub-key'] ?? [], onRelease: reader.hint })

const server = createServer((req, res) => {
  const path = (req.url ?? '/').split('?')[0] ?? '/'
  if (req.method === 'POST' && path === '/hook') {
    void hook(req, res)
    return
  }
  const { status, html } = renderPage(path, reader.state())
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)
})
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : values.port
  process.stdout.write(`listening on ${port}\n`)
})

let told: string | undefined
setInterval(() => {
  const problem = reader.problem()
  if (problem !== told && problem) process.stderr.write(`${problem}\n`)
  told = problem
}, 1000)
