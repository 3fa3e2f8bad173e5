import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import pg from 'pg'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { installationKey } from '#kit/signingKey.ts'
import { launchChromium } from '#tests/support/launchChromium.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'
import { startSmtp } from '#tests/support/startSmtp.ts'
import { copyCity } from './copyCity.ts'

type Login = {
  email: string
  password: string
  secondFactor?: { secret: string; recoveryCodes: string[] }
}

/**
 * A small demo city as it runs in earnest: two web and two worker processes on one database, a real broker, a real mail
 * server, a real browser.
 *
 * @param options.size of the demo, as `--size`
 * @param options.isPortalOnly one web process, no workers, no admin: enough for who only reads
 */
export const openCity = async (options: { size?: string; isPortalOnly?: boolean } = {}) => {
  const { size = '3x30', isPortalOnly = false } = options
  const { database, folder } = await copyCity(size)
  const dataDir = path.join(folder, 'data')
  const smtp = await startSmtp()
  const broker = await startBroker()
  const env = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    MEDIA_DIR: path.join(folder, 'media'),
    COLOA_DATA_DIR: dataDir,
    PAYLOAD_SECRET: 'a secret of the tests',
    SMTP_URL: smtp.url,
    MQTT_URL: broker.url,
    OPS_MAIL: 'truc-ban@coloa.example',
  }
  const start = (role: 'web' | 'worker') => startApp({ role, env })
  const [first, second, ...workers] = await startAll(start, isPortalOnly)
  const chromium = await launchChromium()
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  const logins = JSON.parse(
    await readFile(path.join(dataDir, 'demo-logins.json'), 'utf8'),
  ) as Login[]

  /** A page of a person who is signed in to the admin. */
  const signIn = async (name: string): Promise<Page> => {
    const login = logins.find((one) => one.email.startsWith(`${name}@`))
    if (!login) throw new Error(`The demo has no ${name}`)
    const page = await chromium.open()
    await page.goto(`${first.url}/admin/login`)
    await page.fill('#field-email', login.email)
    await page.fill('#field-password', login.password)
    await page.click('button[type=submit]')
    await page.waitForURL((url) => !url.pathname.includes('login'))
    return page
  }

  const tokens = new Map<string, string>()

  /** What the REST API answers a person who is signed in. */
  const call = async <T>(name: string, method: string, address: string, body?: unknown) => {
    const send = (path: string, content: unknown, token?: string) =>
      fetch(`${first.url}/api${path}`, {
        method: token ? method : 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `JWT ${token}` } : {}),
        },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      })
    const login = logins.find((one) => one.email.startsWith(`${name}@`))
    let token = tokens.get(name)
    if (!token) {
      const session = (await (await send('/users/login', login)).json()) as { token: string }
      token = session.token
      tokens.set(name, token)
    }
    const answer = await send(address, body, token)
    return { status: answer.status, body: (await answer.json()) as T }
  }

  return {
    url: first.url,
    logins,
    call,
    broker,
    smtp,
    pool,
    chromium,
    folder,
    signIn,
    hubKey: (await installationKey({ signingKeyFile: undefined, dataDir })).publicKey,
    /** The answer of a portal address on either web process. */
    read: async (address: string, process: 0 | 1 = 0) => {
      const answer = await fetch(`${(process === 0 ? first : second).url}${address}`)
      return { status: answer.status, html: await answer.text() }
    },
    stop: async () => {
      await chromium.stop()
      for (const one of new Set([...workers, first, second])) await one.stop()
      await smtp.stop()
      await broker.stop()
      await pool.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Role = 'web' | 'worker'

/** Two web processes, then the workers; of one that only reads, the same web process twice. */
const startAll = async (
  start: (role: Role) => Promise<TestApp>,
  isPortalOnly: boolean,
): Promise<[TestApp, TestApp, ...TestApp[]]> => {
  if (isPortalOnly) {
    const only = await start('web')
    return [only, only]
  }
  return Promise.all([start('web'), start('web'), start('worker'), start('worker')])
}

/** Waits until `ask` says true; says false when the time is over. */
export const until = async (ask: () => Promise<boolean>, withinMs: number): Promise<boolean> => {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    if (await ask()) return true
    await new Promise((resolve) => {
      setTimeout(resolve, 25)
    })
  }
  return ask()
}
