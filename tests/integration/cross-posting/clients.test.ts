import { execFile, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installationKey } from '#kit/signingKey.ts'
import { proposalsPart } from '#plugins/cross-posting/server.ts'
import { signHint } from '#plugins/cross-posting/webhooks/signHint.ts'
import { endpointSecret, readWebhookKeys } from '#plugins/cross-posting/webhooks/webhookKeys.ts'
import { handIn } from '../../../src/examples/component-site/handIn.ts'
import { pull } from '../../../src/examples/component-site/pull.ts'
import type { State } from '../../../src/examples/component-site/store.ts'
import { publicKeyFrom, verifyHint } from '../../../src/examples/component-site/verifyHint.ts'
import { endConsent, grantConsent } from '#plugins/editorial-board/index.ts'
import { appoint } from '#tests/support/appoint.ts'
import { openHub } from './openHub.ts'

const run = promisify(execFile)
const examples = path.resolve('src/examples/component-site')
const hasPython = spawnSync('python3', ['--version']).status === 0
const hasPhp = spawnSync('php', ['--version']).status === 0

let hub: Awaited<ReturnType<typeof openHub>>
let admin: { id: number; token: string }
let folder: string
let key: string

const site = '/api/cross-posting/sites/so-xay-dung'

beforeAll(async () => {
  hub = await openHub()
  admin = await hub.person('quan-tri@coloa.example', ['systemAdmin'])
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-clients-'))
  key = await keyWith('feed', 'propose')
})
afterAll(async () => {
  await hub?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const keyWith = async (...scopes: string[]) => {
  const body = { label: 'Trang', scopes }
  const made = await hub.call('POST', `${site}/keys`, { token: admin.token, body })
  return String(made.body.token)
}
const release = async (title: string) => {
  const id = await hub.room.draft(title)
  await hub.room.publish('articles', id)
  return id
}

/** A message as the hub signs it, and both ways to check it. */
const signed = async () => {
  const installation = await installationKey(hub.env)
  const keys = await readWebhookKeys(hub.pool, installation)
  const secret = endpointSecret(installation, { id: 'x', generation: 1 })
  const body = JSON.stringify({ type: 'release', site: 'ha-noi', seq: 7 })
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = signHint({ id: 'msg_1', timestamp, body }, { keys, secrets: [secret] })
  return { body, headers, secret, whpk: keys.map((one) => `whpk_${one.publicKey}`) }
}

test('a hint is good with the hub’s signature and within five minutes only', async () => {
  const { body, headers, whpk } = await signed()
  const keys = whpk.map(publicKeyFrom)
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000)
  expect(verifyHint({ headers, body, keys, now: at(0) })).toMatchObject({ hint: { seq: 7 } })
  expect(() => verifyHint({ headers, body, keys, now: at(400) })).toThrow('too_old')
  expect(() => verifyHint({ headers, body, keys, now: at(-400) })).toThrow('too_old')
  expect(() => verifyHint({ headers, body: `${body} `, keys, now: at(0) })).toThrow('not_signed')
  expect(() => verifyHint({ headers: {}, body, keys, now: at(0) })).toThrow('too_old')
  const other = { ...headers, 'webhook-id': 'msg_2' }
  expect(() => verifyHint({ headers: other, body, keys, now: at(0) })).toThrow('not_signed')
})

test('a page that is not the one asked for, or a text that is not the board’s, is not stored', async () => {
  await release('Bài thật')
  let change = (text: string) => text
  const proxy = createServer((req, res) => {
    void fetch(`${hub.url}${req.url}`)
      .then((answer) => answer.text())
      .then((text) => res.end(change(text)))
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const options = {
    hub: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    site: 'ha-noi',
    state: { cursor: 0, items: {} } as State,
    waitSeconds: 0,
  }
  const { state } = await pull(options)
  expect(Object.keys(state.items).length).toBeGreaterThan(0)
  expect((await pull(options)).state, 'the same page twice').toEqual(state)
  change = (text) => text.replaceAll('Bài thật', 'Bài giả!')
  await expect(pull(options)).rejects.toThrow('not authentic')
  change = (text) => text.replace('"after":0', '"after":1')
  await expect(pull(options)).rejects.toThrow('not the page')
  change = (text) => text.slice(0, -20)
  await expect(pull(options)).rejects.toThrow()
  proxy.closeAllConnections()
  proxy.close()
})

test('a hub that was restored is read again from the beginning beside what is shown', async () => {
  await release('Còn nguyên')
  const before = { cursor: 9_999_999, items: { 'articles/1': { seq: 1 } as never } }
  const options = { hub: hub.url, site: 'ha-noi', waitSeconds: 0 }
  const first = await pull({ ...options, state: before })
  expect(first.state.items, 'shown as before until it is whole').toEqual(before.items)
  const second = await pull({ ...options, state: first.state })
  expect(second.state.again).toBeUndefined()
  expect(second.state.items).not.toEqual(before.items)
})

test('a subscription is the feed of a consent, with what may be done; to its site’s key only', async () => {
  const read = (id: string, token?: string) =>
    hub.call('GET', `/feeds/ha-noi?subscription=${id}`, { token, scheme: 'Bearer' })
  await appoint({ board: 'so-xay-dung', person: admin.id, role: 'head' })
  const user = await hub.payload.findByID({
    collection: 'users',
    id: admin.id,
    depth: 0,
    overrideAccess: true,
  })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } as never }, hub.payload) // as the session gives it
  const { id } = await grantConsent({
    req,
    consent: {
      log: 'so-xay-dung',
      sourceLog: 'ha-noi',
      collections: ['articles'],
      categories: null,
      mayPublish: true,
      mayUpdate: false,
      startsOn: '2020-01-01',
      endsOn: '2099-12-31',
      document: '1/QĐ-SXD',
    },
  })
  const article = await release('Theo đồng ý')
  await hub.payload.update({
    collection: 'articles',
    id: article,
    data: { title: 'Theo đồng ý, bản hai' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await hub.room.publish('articles', article, 'update')
  const answer = await read(id, key)
  const items = answer.body.items as { id: number; disposition: string; kind: string }[]
  expect(
    items.filter((one) => one.id === article).map((one) => [one.kind, one.disposition]),
  ).toEqual([
    ['publish', 'publish'],
    ['update', 'propose'],
  ])
  expect((await read(crypto.randomUUID(), key)).code).toBe('subscription_unknown')
  expect((await read(id)).code, 'for strangers').toBe('key_missing')
  const city = await hub.call('POST', site.replace('so-xay-dung', 'ha-noi').concat('/keys'), {
    token: admin.token,
    body: { label: 'Cổng', scopes: ['feed'] },
  })
  expect((await read(id, String(city.body.token))).code, 'for another site').toBe(
    'subscription_unknown',
  )
  await endConsent({ req, consentId: id, reason: 'Hết nhu cầu' })
  expect((await read(id, key)).code, 'once it is revoked').toBe('subscription_unknown')
})

test('an external site proposes by its key, once for the same text, and reads and takes back its own', async () => {
  const item = {
    key: 'bai-1',
    url: 'https://so-xay-dung.example/bai-1',
    publishedAt: new Date().toISOString(),
    locales: { vi: { title: 'Khởi công cầu', lead: 'Tóm tắt', body: 'Một **đoạn** văn.' } },
  }
  const api = '/api/cross-posting/proposals'
  const by = { token: key, scheme: 'Bearer' }
  const made = await hub.call('POST', api, { ...by, body: item })
  expect(made).toMatchObject({ status: 200, body: { state: 'proposed' } })
  const again = await hub.call('POST', api, { ...by, body: item })
  expect(again.body).toEqual(made.body)
  const { body } = await hub.call('GET', `${api}?key=bai-1`, by)
  expect(body.proposals).toMatchObject([{ key: 'bai-1', state: 'proposed', to: 'ha-noi' }])
  expect((await hub.call('POST', api, { body: item })).code).toBe('key_missing')
  const reader = await keyWith('feed')
  expect((await hub.call('POST', api, { ...by, token: reader, body: item })).code).toBe('key_scope')
  const back = await hub.call('POST', `${api}/withdraw`, { ...by, body: { key: 'bai-1' } })
  expect(back.body).toEqual({ withdrawn: 1 })
})

test('the reference site hands in what it pulled with the way it went, and is told that the city has it', async () => {
  const id = await release('Thông báo nghỉ lễ')
  const start: State = { cursor: 0, items: {} }
  const { state } = await pull({ hub: hub.url, site: 'ha-noi', state: start, waitSeconds: 0 })
  const pulled = state.items[`articles/${id}`]
  if (!pulled) throw new Error('not pulled')
  expect(pulled).toMatchObject({ origin: null, hops: ['ha-noi'] })
  const item = {
    key: 'post-88',
    url: 'https://so-xay-dung.example/post-88',
    publishedAt: new Date().toISOString(),
    locales: { vi: { title: 'Thông báo nghỉ lễ', body: 'Một đoạn khác.' } },
  }
  const by = { hub: hub.url, key, item }
  await expect(handIn({ ...by, pulled: { item: pulled, log: 'ha-noi' } })).rejects.toMatchObject({
    status: 409,
    code: 'loop',
  })
  expect(await handIn(by)).toMatchObject({ state: 'proposed' })
})

test('the examples of the described proposals are answered in the shape that is described', async () => {
  const by = { token: key, scheme: 'Bearer' }
  for (const {
    path: address,
    method,
    parameters = [],
    body,
    answers,
  } of proposalsPart.operations) {
    const query = new URLSearchParams(
      parameters.map(({ name, example }) => [name, String(example)] as [string, string]),
    )
    const answer = await hub.call(method.toUpperCase(), `${address}?${query}`, {
      ...by,
      body: body?.example,
    })
    expect([address, answer.status]).toEqual([address, 200])
    expect(answers[200]?.schema?.safeParse(answer.body).error).toBeUndefined()
  }
})

const python = (code: string, ...args: string[]) =>
  run(
    'python3',
    [
      '-c',
      `import sys, json; sys.path.insert(0, ${JSON.stringify(`${examples}/python`)})\n${code}`,
      ...args,
    ],
    {
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    },
  )

test.skipIf(!hasPython)(
  'Python (needs python3): converges through kill -9, withdrawal and re-publication, and checks a hint',
  async () => {
    const gone = await release('Sẽ gỡ')
    const back = await release('Gỡ rồi đăng lại')
    const db = path.join(folder, 'site.sqlite')
    const main = `${examples}/python/coloa_feed.py`
    const options = ['--hub', hub.url, '--site', 'ha-noi', '--db', db]
    const env = { ...process.env, COLOA_KEY: key, PYTHONDONTWRITEBYTECODE: '1' }
    for (let kill = 0; kill < 4; kill += 1) {
      const child = spawn('python3', [main, ...options], { env, stdio: 'ignore' })
      await new Promise((done) => setTimeout(done, 60 + Math.random() * 200))
      child.kill('SIGKILL')
      await once(child, 'exit')
      if (kill === 1) await hub.room.withdraw('articles', gone)
      if (kill === 2) await hub.room.withdraw('articles', back)
    }
    await hub.room.publish('articles', back)
    await run('python3', [main, ...options, '--once'], { env })
    const { stdout } = await python(
      `from coloa_feed import open_store, shown\nprint(json.dumps({k: i["sha256"] for k, i in shown(open_store(sys.argv[1]), "ha-noi").items()}))`,
      db,
    )
    const { rows } = await hub.owner.query<{ key: string; sha256: string }>(
      `select key, sha256 from (select distinct on (collection, doc_id) collection || '/' || doc_id as key, kind, sha256
       from release.releases where log = 'ha-noi' order by collection, doc_id, seq desc) l where kind <> 'withdraw'`,
    )
    expect(JSON.parse(stdout)).toEqual(Object.fromEntries(rows.map((row) => [row.key, row.sha256])))

    const { body, headers, secret } = await signed()
    const check = `from coloa_feed import verify_hint\nprint(json.dumps(verify_hint(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3].encode())))`
    const good = await python(check, secret, JSON.stringify(headers), body)
    expect(JSON.parse(good.stdout)).toMatchObject({ seq: 7 })
    await expect(python(check, secret, JSON.stringify(headers), `${body} `)).rejects.toThrow(
      'not_signed',
    )
    const old = { ...headers, 'webhook-timestamp': '1000' }
    await expect(python(check, secret, JSON.stringify(old), body)).rejects.toThrow('too_old')
  },
)

test.skipIf(!hasPhp)('PHP (needs php): checks a hint and takes a page as it should', async () => {
  const { body, headers, whpk } = await signed()
  const php = async (code: string, ...args: string[]) =>
    (await run('php', ['-r', `require '${examples}/php/coloa-feed.php'; ${code}`, '--', ...args]))
      .stdout
  const check = `try { echo coloa_verify_hint(json_decode($argv[1], true), $argv[2], json_decode($argv[3], true))['seq']; }
    catch (RuntimeException $e) { echo $e->getMessage(); }`
  const given = [JSON.stringify(headers), body, JSON.stringify(whpk)] as const
  expect(await php(check, ...given)).toBe('7')
  expect(await php(check, given[0], `${body} `, given[2])).toBe('not_signed')
  const text = '{"locales":{}}'
  const sha256 = createHash('sha256').update(text).digest('hex')
  const item = {
    seq: 3,
    kind: 'publish',
    collection: 'articles',
    id: 1,
    isSuperseded: false,
    body: text,
    sha256,
  }
  const page = JSON.stringify({ after: 0, next: 3, items: [item] })
  const changes = `echo count(coloa_changes(json_decode($argv[1], true), 0, fn ($key) => (int) $argv[2]));`
  expect([await php(changes, page, '0'), await php(changes, page, '3')]).toEqual(['1', '0'])
})
