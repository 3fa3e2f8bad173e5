import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { pull } from './pull.ts'
import { renderPage } from './renderPage.ts'
import { loadState, saveState } from './store.ts'

// node main.ts --hub http://localhost:3000 --site ha-noi --port 4000 --data site.json
const { values } = parseArgs({
  options: {
    hub: { type: 'string', default: 'http://localhost:3000' },
    site: { type: 'string', default: 'ha-noi' },
    port: { type: 'string', default: '4000' },
    data: { type: 'string', default: 'component-site.json' },
  },
})

let state = await loadState(values.data)

const server = createServer((req, res) => {
  const { status, html } = renderPage((req.url ?? '/').split('?')[0] ?? '/', state)
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)
})
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : values.port
  process.stdout.write(`listening on ${port}\n`)
})

let waitSeconds = 0
for (;;) {
  try {
    const next = await pull({ hub: values.hub, site: values.site, state, waitSeconds })
    if (next.state.cursor !== state.cursor) await saveState(values.data, next.state)
    state = next.state
    waitSeconds = next.isComplete ? 20 : 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    waitSeconds = 0
    await pause(1000)
  }
}
