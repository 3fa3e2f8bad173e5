import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, realpath, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demandNode, sentenceFor } from '../../src/start/bootstrap.mjs'
import { buildIfStale } from '../../src/start/buildIfStale.mjs'
import { freePort } from '#tests/support/startApp.ts'
import { startProcess } from '#tests/support/startProcess.ts'
import type { TestProcess } from '#tests/support/startProcess.ts'

const script = path.resolve('src/start/start.mjs')
let folder: string

beforeAll(async () => {
  await buildIfStale()
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-start-'))
})
afterAll(async () => {
  for (const name of ['city', 'empty']) {
    // As root the database lies outside this private folder, behind a link.
    const database = await realpath(path.join(folder, name, 'postgres')).catch(() => undefined)
    if (database) await rm(database, { recursive: true, force: true })
  }
  await rm(folder, { recursive: true, force: true })
})

const environment = (port: number, name = 'data') => ({
  COLOA_DATA_DIR: path.join(folder, name),
  MEDIA_DIR: path.join(folder, `${name}-media`),
  PORT: String(port),
})

/** Runs the command to its end. */
const run = async (args: string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment(await freePort()), ...env },
  })
  let text = ''
  child.stdout.on('data', (part: Buffer) => (text += part.toString()))
  child.stderr.on('data', (part: Buffer) => (text += part.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  return { code, text: text.trim() }
}

/** One sentence for a person, nothing of the inside. */
const demandSentence = (text: string) => {
  const last = text.split('\n').at(-1) ?? ''
  expect(last).toMatch(/[.…]$/)
  expect(text).not.toMatch(/\bat .*\(|node:internal|Error:/)
  return last
}

describe('what keeps the city from standing is said in one sentence', () => {
  test('the options are explained', async () => {
    const { code, text } = await run(['--help'])
    expect(code).toBe(0)
    for (const word of ['--empty', '--fresh', '--size', 'PORT', 'DATABASE_URL'])
      expect(text).toContain(word)
    expect(existsSync(path.join(folder, 'data'))).toBe(false)
  })

  test.each([
    ['an unknown option', ['--what'], {}, /"--what" is not an option/],
    ['a size that is none', ['--size', 'huge'], {}, /"huge" is not a size/],
    ['a port that is none', [], { PORT: 'abc' }, /PORT must be a number/],
    [
      'a database that is not there',
      [],
      { DATABASE_URL: 'postgres://coloa:secret@127.0.0.1:1/coloa' },
      /DATABASE_URL cannot be reached \(ECONNREFUSED\)/,
    ],
    [
      'a folder that cannot be written',
      [],
      { COLOA_DATA_DIR: '/dev/null/coloa' },
      /cannot be written to/,
    ],
    [
      '--fresh on a database of somebody else',
      ['--fresh', '--yes'],
      { DATABASE_URL: 'postgres://coloa:secret@127.0.0.1:1/coloa' },
      /DATABASE_URL names another/,
    ],
    ['--fresh without anybody to ask', ['--fresh'], {}, /add --yes to say that you mean it/],
  ])('%s', async (_name, args, env, sentence) => {
    const { code, text } = await run(args, env as Record<string, string>)
    expect(code).toBe(1)
    expect(demandSentence(text)).toMatch(sentence)
    expect(text).not.toContain('secret')
  })

  test('a port that is taken', async () => {
    const holder = createServer().listen(0)
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const { code, text } = await run([], { PORT: String(port) })
    holder.close()
    expect(code).toBe(1)
    expect(demandSentence(text)).toMatch(
      new RegExp(`Port ${port} is taken: .*PORT=${port + 1} npm start`),
    )
  })

  test('a Node that is too old, a disk that is full, a folder that is read-only', () => {
    expect(() => demandNode('18.20.4')).toThrow(
      /Node 18\.20\.4 is too old .* install Node 20 or newer/,
    )
    expect(() => demandNode('20.0.0')).not.toThrow()
    const told = (code: string) => sentenceFor(Object.assign(new Error('inside'), { code }))
    expect(told('ENOSPC')).toMatch(/^The disk is full: free at least/)
    expect(told('EROFS')).toMatch(/cannot be written to .* copy the project/)
    expect(told('EACCES')).toMatch(/cannot be written to/)
  })
})

describe('a city of its own', () => {
  const up = /Cổ Loa is up/
  const start = (env: Record<string, string>, ...args: string[]): Promise<TestProcess> =>
    startProcess({ script, args, env, until: up, withinMs: 120_000 })
  const home = async (port: string) => (await fetch(`http://127.0.0.1:${port}/`)).status
  const postgresOf = async (env: { COLOA_DATA_DIR: string }) =>
    Number(
      (await readFile(path.join(env.COLOA_DATA_DIR, 'postgres/data/postmaster.pid'), 'utf8')).split(
        '\n',
      )[0],
    )
  const gone = async (ask: () => boolean | Promise<boolean>) => {
    for (let turn = 0; turn < 600; turn += 1) {
      if (!(await ask())) return true
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
    return false
  }

  test('stands, shows its log-ins once, survives kill -9 of everything, and leaves nothing behind', async () => {
    const env = environment(await freePort(), 'city')
    const first = await start(env, '--size', '3x10')
    expect(await home(env.PORT)).toBe(200)
    expect(first.output()).toContain('(shown once)')
    const logins = path.join(env.COLOA_DATA_DIR, 'demo-logins.json')
    expect((await stat(logins)).mode & 0o777).toBe(0o600)
    const [{ email = '', password = '' } = {}] = JSON.parse(await readFile(logins, 'utf8')) as {
      email?: string
      password?: string
    }[]
    expect(first.output()).toContain(password)

    const database = await postgresOf(env)
    first.child.kill('SIGKILL')
    process.kill(database, 'SIGKILL')
    expect(
      await gone(() =>
        home(env.PORT).then(
          () => true,
          () => false,
        ),
      ),
    ).toBe(true)

    const second = await start(env)
    expect(second.output()).not.toContain(password)
    expect(await home(env.PORT)).toBe(200)
    const login = await fetch(`http://127.0.0.1:${env.PORT}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    expect(login.status).toBe(200)

    const beside = await run([], { ...env, PORT: String(await freePort()) })
    expect(beside.code).toBe(1)
    expect(demandSentence(beside.text)).toContain(
      `running already at http://localhost:${env.PORT}: end that one first`,
    )
    expect(await home(env.PORT)).toBe(200)

    const again = await postgresOf(env)
    second.child.kill('SIGTERM')
    const [code] = (await once(second.child, 'exit')) as [number]
    expect(code).toBe(0)
    expect(await gone(() => isAlive(again))).toBe(true)
    await expect(home(env.PORT)).rejects.toThrow()

    await writeFile(path.join(env.COLOA_DATA_DIR, 'mine.txt'), 'kept')
    const fresh = await start(env, '--fresh', '--yes', '--size', '3x10')
    expect(fresh.output()).toContain('(shown once)')
    expect(fresh.output()).not.toContain(password)
    expect(await readFile(path.join(env.COLOA_DATA_DIR, 'mine.txt'), 'utf8')).toBe('kept')
    await fresh.stop()
  }, 240_000)

  test('for people who work on it, a changed source is built and served without starting over', async () => {
    const env = environment(await freePort(), 'city')
    const city = await start(env, '--dev')
    const built = (await stat('dist/server.mjs')).mtimeMs
    const now = new Date()
    await utimes('src/portal/words/vi.ts', now, now)
    expect(await gone(() => !/✓ Building and starting anew/.test(city.output()))).toBe(true)
    expect((await stat('dist/server.mjs')).mtimeMs).toBeGreaterThan(built)
    expect(await home(env.PORT)).toBe(200)
    await city.stop()
  })

  test('a SIGTERM to npm, which ends at npm’s own shell, leaves no process behind', async () => {
    const env = environment(await freePort(), 'city')
    const npm = await startProcess({
      command: 'npm',
      script: 'start',
      env,
      until: up,
      withinMs: 90_000,
    })
    const ours = [...(await processesOf(env.COLOA_DATA_DIR)), await postgresOf(env)]
    expect(ours).toContain(npm.child.pid)
    npm.child.kill('SIGTERM')
    expect(await gone(async () => (await Promise.all(ours.map(isAlive))).includes(true))).toBe(true)
    await expect(home(env.PORT)).rejects.toThrow()
  })

  test('empty, its first visit makes the first administrator, and no second one', async () => {
    const env = environment(await freePort(), 'empty')
    const city = await start(env, '--empty')
    expect(city.output()).toContain('The first visit of /admin makes the first administrator.')
    const register = (email: string) =>
      fetch(`http://127.0.0.1:${env.PORT}/api/users/first-register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: 'Mat-khau-1', fullName: 'Quản trị' }),
      })
    const admin = await fetch(`http://127.0.0.1:${env.PORT}/admin`)
    expect(await admin.text()).toContain('create-first-user') // where its page goes at once
    const first = await register('first@coloa.example')
    expect(first.status).toBe(200)
    const { user } = (await first.json()) as { user: { roles: string[] } }
    expect(user.roles).toEqual(['systemAdmin'])
    expect((await register('second@coloa.example')).status).toBe(403)
    await city.stop()
  })
})

/** Every process that was told to keep its data there. */
const processesOf = async (dataDir: string): Promise<number[]> => {
  const found: number[] = []
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue
    const told = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '')
    if (told.split('\0').includes(`COLOA_DATA_DIR=${dataDir}`)) found.push(Number(name))
  }
  return found
}

/** Runs; a process that only waits for its parent to take note of its end does not. */
const isAlive = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/\) Z /.test(state)
}
