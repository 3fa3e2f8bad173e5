import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { root } from './bootstrap.mjs'
import { buildIfStale } from './buildIfStale.mjs'
import { checkGround } from './checkGround.mjs'
import { claimFolder } from './claimFolder.mjs'
import { endChildren, track } from './children.mjs'
import { demandFreePort } from './demandFreePort.mjs'
import { help } from './parseOptions.mjs'
import { progress } from './progress.mjs'
import { readSecrets } from './secrets.mjs'
import { serve } from './serve.mjs'
import { StartError } from './startError.mjs'

/**
 * From a checkout to a served city: database, migration, demo, build, server. Ends with everything it began.
 *
 * @param {import('./parseOptions.mjs').StartOptions} options
 */
export const runCity = async (options) => {
  if (options.isHelp) {
    process.stdout.write(help)
    return
  }
  const dataDir = path.resolve(root, process.env.COLOA_DATA_DIR ?? '.coloa')
  const port = readPort(process.env.PORT)
  await checkGround({ root, dataDir })
  const isEmbedded = !process.env.DATABASE_URL
  if (isEmbedded) await claimFolder(dataDir, `http://localhost:${port}`)
  await demandFreePort(port)
  if (options.isFresh && !isEmbedded)
    throw new StartError(
      '--fresh deletes the embedded database, and DATABASE_URL names another: empty that one yourself.',
    )
  if (options.isFresh) await startOver(dataDir, options.isYes)
  const city = { ends: [], isEnding: false }
  const leave = async (code) => {
    if (city.isEnding) return
    city.isEnding = true
    await endChildren()
    for (const end of city.ends.reverse()) await end()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(0))
  try {
    await raise({ options, dataDir, port, city, leave })
  } catch (error) {
    if (city.isEnding) return
    city.isEnding = true
    for (const end of city.ends.reverse()) await end()
    throw error
  }
}

const raise = async ({ options, dataDir, port, city, leave }) => {
  const secrets = await readSecrets(dataDir)
  const database = await databaseFor(dataDir, city)
  const environment = {
    ...process.env,
    ...database,
    NODE_ENV: options.isDev ? 'development' : 'production',
    PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? secrets.payloadSecret,
    COLOA_DATA_DIR: dataDir,
    PORT: String(port),
    // The demo's devices live in this machine.
    DEVICE_NETWORKS: process.env.DEVICE_NETWORKS ?? (process.env.DATABASE_URL ? '' : '127.0.0.0/8'),
    NODE_NO_WARNINGS: '1',
  }
  await step('Bringing the database up to date', ['src/migrate.ts'], environment)
  if (!options.isEmpty && existsSync(path.join(root, 'src/demo/seed.ts'))) {
    const size = options.size ? ['--size', options.size] : []
    await step(
      'Making the demo city where there is none yet',
      ['src/demo/seed.ts', ...size],
      environment,
      true,
    )
  }
  await buildIfStale({ isAdminWanted: !options.isDev })
  await serve({ environment, port, city, leave, isDev: options.isDev })
  await welcome({ dataDir, port, isEmpty: options.isEmpty })
}

const readPort = (text = '3000') => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port
  throw new StartError(`PORT must be a number from 1 to 65535, not "${text}".`)
}

const databaseFor = async (dataDir, city) => {
  if (process.env.DATABASE_URL) {
    await demandReachable(process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL)
    return {}
  }
  const starting = progress('Starting PostgreSQL')
  const { startPostgres } = await import('./postgres.mjs')
  const postgres = await startPostgres({ folder: path.join(dataDir, 'postgres') })
  city.ends.push(postgres.stop)
  starting.done()
  return { DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl }
}

const demandReachable = async (connectionString) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    throw new StartError(
      `The database of DATABASE_URL cannot be reached (${error.code ?? error.message}): check address, account and password, or unset DATABASE_URL to use the embedded one.`,
    )
  }
}

/** A long step in a process of its own; what it says is shown when it fails, or as it goes when it `tells`. */
const step = (title, args, environment, tells = false) =>
  new Promise((resolve, reject) => {
    const shown = progress(title)
    const child = track(
      spawn(process.execPath, args, {
        cwd: root,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    let output = ''
    let complaint = ''
    child.stdout.on('data', (part) => {
      output += part
      const last = String(part).trim().split('\n').at(-1)
      if (tells && last) shown.note(last)
    })
    child.stderr.on('data', (part) => (complaint += part))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) {
        shown.done()
        resolve(undefined)
        return
      }
      shown.fail()
      reject(
        /ENOSPC|SQLSTATE 53100|No space left/i.test(output + complaint)
          ? Object.assign(new Error(), { code: 'ENOSPC' })
          : new StartError((complaint || output).trim().slice(-4000)),
      )
    })
  })

const startOver = async (dataDir, isYes) => {
  if (!isYes) {
    if (!process.stdin.isTTY)
      throw new StartError(
        '--fresh deletes the embedded database: add --yes to say that you mean it.',
      )
    const ask = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await ask.question(
      'Delete the embedded database and all files of this city? (yes/no) ',
    )
    ask.close()
    if (!/^(y|yes|c|có)$/i.test(answer.trim())) throw new StartError('Nothing was deleted.')
  }
  const { stopLeftOver } = await import('./postgres.mjs')
  await stopLeftOver(path.join(dataDir, 'postgres'))
  for (const name of ['postgres/data', 'demo-logins.json', 'demo-logins.shown']) {
    await rm(path.join(dataDir, name), { recursive: true, force: true })
  }
}

/** The address, what to try, and once: how to log in. */
const welcome = async ({ dataDir, port, isEmpty }) => {
  const address = `http://localhost:${port}`
  const lines = ['', `  Cổ Loa is up: ${address}`, `  Admin:        ${address}/admin`]
  const file = path.join(dataDir, 'demo-logins.json')
  const shown = path.join(dataDir, 'demo-logins.shown')
  if (existsSync(file)) {
    if (existsSync(shown))
      lines.push(`  Log-ins:      shown at the first start, kept in ${path.relative(root, file)}`)
    else {
      lines.push('', '  Log-ins of the demo (shown once):')
      const logins = JSON.parse(await readFile(file, 'utf8'))
      const widest = Math.max(...logins.map((one) => one.role.length))
      for (const one of logins) {
        lines.push(`    ${one.role.padEnd(widest)}  ${one.email.padEnd(34)} ${one.password}`)
      }
      const duty = logins.find((one) => one.secondFactor)
      if (duty)
        lines.push(
          '',
          `  Second factor of ${duty.email}: key ${duty.secondFactor.secret}, or once each`,
          `  ${duty.secondFactor.recoveryCodes.slice(0, 3).join('  ')}  (more in ${path.relative(root, file)})`,
        )
      lines.push(
        '',
        '  Try: write an article as cong-tac-vien@… and submit it (“Trình duyệt”); then, as truong-ban@…,',
        `  approve it at ${address}/admin/review and see it on the home page.`,
      )
      const { writeFile } = await import('node:fs/promises')
      await writeFile(shown, '')
    }
  } else if (isEmpty) lines.push('  The first visit of /admin makes the first administrator.')
  lines.push('', '  Ctrl-C ends everything.', '')
  process.stdout.write(`${lines.join('\n')}\n`)
}
