import { parseArgs } from 'node:util'
import pg from 'pg'
import { paragraph, richText } from '#src/demo/lexical.ts'
import { startApp } from '#tests/support/startApp.ts'
import { buildIfStale } from '../../src/start/buildIfStale.mjs'
import { call, signIn } from './support/deskPeople.ts'
import type { Session } from './support/deskPeople.ts'
import { fillDesk } from './support/fillDesk.ts'
import { measureDraftSaves } from './support/measureDraftSaves.ts'
import { loadCity, openGround } from './support/openGround.ts'
import { median, percentile } from './support/percentile.ts'
import { printTable, report } from './support/report.ts'

const FIRST_VIEW_LIMIT_MS = 300
const PUBLIC_LIMIT_MS = 200
const VIEWS = 30
const DECISIONS = 100

const main = async () => {
  const { values } = parseArgs({
    options: {
      open: { type: 'string', default: '5000' },
      decided: { type: 'string', default: '200000' },
    },
  })
  await buildIfStale()
  const ground = await openGround()
  try {
    await loadCity('demo')
    const env = { ...ground.env, LOG_LEVEL: 'error' }
    const [first, second] = [
      await startApp({ role: 'web', env }),
      await startApp({ role: 'web', env }),
    ]
    const dataDir = ground.env.COLOA_DATA_DIR ?? ''
    const head = await signIn(first.url, dataDir, 'truong-ban')
    const writer = await signIn(first.url, dataDir, 'cong-tac-vien')
    const client = new pg.Client({ connectionString: ground.ownerUrl })
    await client.connect()
    await fillDesk({
      client,
      log: 'ha-noi',
      head: head.id,
      writer: writer.id,
      open: Number(values.open),
      decided: Number(values.decided),
    })
    await measureFirstView(first.url, head)
    await measureDecisions({ deciding: first.url, reading: second.url, head, writer, client })
    await client.end()
    await first.stop()
    await second.stop()
    const saves = await measureDraftSaves(ground)
    report({
      bench: 'desk',
      metric: 'draftSave',
      value: saves.ours,
      unit: 'ms',
      reference: `plain Payload: ${saves.plain.toFixed(1)} ms`,
      ratio: saves.plain / saves.ours,
    })
    printTable()
  } finally {
    await ground.close()
  }
}

/** The whole page of the desk as the head gets it, from asking to the last byte. */
const measureFirstView = async (url: string, head: Session) => {
  const times: number[] = []
  for (let n = 0; n < VIEWS + 3; n += 1) {
    const started = performance.now()
    const answer = await fetch(`${url}/admin/review`, {
      headers: { cookie: `payload-token=${head.token}`, accept: 'text/html' },
    })
    const html = await answer.text()
    if (!html.includes('Bài trình số')) throw new Error('bench: the desk shows no submissions')
    if (n >= 3) times.push(performance.now() - started)
  }
  const figure = { bench: 'desk', unit: 'ms', reference: `limit: ${FIRST_VIEW_LIMIT_MS} ms` }
  const value = median(times)
  report({ ...figure, metric: 'firstView', value, ratio: FIRST_VIEW_LIMIT_MS / value })
  const late = percentile(times, 0.95)
  report({ ...figure, metric: 'firstViewP95', value: late, ratio: FIRST_VIEW_LIMIT_MS / late })
}

/** From the answer to the head until another process shows the article on the portal; and how long the approval itself took. */
const measureDecisions = async (at: {
  deciding: string
  reading: string
  head: Session
  writer: Session
  client: pg.Client
}) => {
  const { rows } = await at.client.query<{ site: number; section: number }>(
    `select (select id from public.sites where code = 'ha-noi') as site, (select id from public.categories limit 1) as section`,
  )
  const visible: number[] = []
  const approving: number[] = []
  for (let n = 0; n < DECISIONS; n += 1) {
    const title = `Tin đo thời gian ${n} ${Date.now()}`
    const { doc } = await call<{ doc: { id: number; slug: string } }>(
      `${at.deciding}/api/articles?draft=true`,
      at.writer,
      'POST',
      {
        title,
        lead: 'Tin để đo.',
        body: richText([paragraph('Nội dung.')]),
        site: rows[0]?.site,
        category: rows[0]?.section,
      },
    )
    const { submissionId } = await call<{ submissionId: string }>(
      `${at.deciding}/api/editorial-board/submissions`,
      at.writer,
      'POST',
      { collection: 'articles', id: doc.id },
    )
    const started = performance.now()
    await call(
      `${at.deciding}/api/editorial-board/submissions/${submissionId}/approve`,
      at.head,
      'POST',
      {},
    )
    const decided = performance.now()
    approving.push(decided - started)
    await untilShown(`${at.reading}/`, title)
    visible.push(performance.now() - decided)
  }
  const figure = { bench: 'desk', unit: 'ms' }
  const value = percentile(visible, 0.99)
  report({
    ...figure,
    metric: 'decisionToPublic',
    value,
    reference: `limit: ${PUBLIC_LIMIT_MS} ms (p99, another process, home page)`,
    ratio: PUBLIC_LIMIT_MS / value,
  })
  report({ ...figure, metric: 'approve', value: median(approving), reference: 'none', ratio: null })
}

const untilShown = async (url: string, title: string) => {
  for (let turn = 0; turn < 2000; turn += 1) {
    if ((await (await fetch(url)).text()).includes(title)) return
  }
  throw new Error(`bench: ${title} did not appear`)
}

await main()
process.exit(0)
