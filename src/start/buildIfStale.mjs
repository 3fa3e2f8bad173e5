import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from './bootstrap.mjs'
import { bundle } from './bundle.mjs'
import { track } from './children.mjs'
import { progress } from './progress.mjs'
import { StartError } from './startError.mjs'

/** What each product is made from. */
const sources = {
  server: ['src', 'plugins', 'collections', 'config', 'payload.config.ts', 'package-lock.json'],
  admin: [
    'src/app',
    'src/kit',
    'src/domain',
    'plugins',
    'collections',
    'config',
    'payload.config.ts',
    'next.config.mjs',
    'package-lock.json',
  ],
}

/**
 * Builds the server and the admin where their sources have changed since the last build.
 *
 * @param {{ isAdminWanted?: boolean }} [options]
 */
export const buildIfStale = async ({ isAdminWanted = true } = {}) => {
  await once('server', path.join(root, 'dist/server.mjs'), buildServer)
  if (isAdminWanted) await once('admin', path.join(root, '.next/BUILD_ID'), buildAdmin)
}

const once = async (name, product, build) => {
  const stamp = path.join(root, 'dist', `.${name}.sha256`)
  const wanted = await hashOf(sources[name])
  if (existsSync(product) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return
  const step = progress(`Building the ${name}${name === 'admin' ? ' (about a minute)' : ''}`)
  try {
    await build()
  } catch (error) {
    step.fail()
    throw error
  }
  await mkdir(path.dirname(stamp), { recursive: true })
  await writeFile(stamp, wanted)
  step.done()
}

const buildServer = () => bundle({ entry: 'src/server.ts', name: 'server' })

const buildAdmin = () =>
  new Promise((resolve, reject) => {
    const child = track(
      spawn(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NODE_ENV: 'production',
          NEXT_TELEMETRY_DISABLED: '1',
          DATABASE_URL: process.env.DATABASE_URL ?? 'postgres://build@127.0.0.1:1/none',
          PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? 'only for the build',
        },
      }),
    )
    let output = ''
    child.stdout.on('data', (part) => (output += part))
    child.stderr.on('data', (part) => (output += part))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new StartError(`The admin could not be built:\n${output.slice(-6000)}`)),
    )
  })

const hashOf = async (places) => {
  const hash = createHash('sha256')
  for (const place of places) await addTo(hash, path.join(root, place))
  return hash.digest('hex')
}

const addTo = async (hash, file) => {
  if (!/\.[a-z]+$/i.test(path.basename(file))) {
    const entries = await readdir(file, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const inner = path.join(file, entry.name)
      if (entry.isDirectory()) await addTo(hash, inner)
      else hash.update(inner.slice(root.length)).update(await readFile(inner))
    }
    return
  }
  hash.update(file.slice(root.length)).update(await readFile(file))
}
