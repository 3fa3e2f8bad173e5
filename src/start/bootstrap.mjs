import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { endChildren, track } from './children.mjs'
import { progress } from './progress.mjs'
import { StartError } from './startError.mjs'

export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Any Node from 20 on may run this: it installs the packages when they are missing or changed, then runs `main` under the
 * project's own Node. Faults end in one sentence that says what to do.
 *
 * @param {() => Promise<void>} main runs under the project's Node
 * @param {(words: string[]) => unknown} [checkWords] refuses wrong options before anything long begins
 */
export const bootstrap = async (main, checkWords) => {
  try {
    demandNode(process.versions.node)
    endWithNpm()
    checkWords?.(process.argv.slice(2))
    await install()
    const own = ownNode()
    if (own && path.resolve(process.execPath) !== own) {
      process.exitCode = await handOver(own)
      return
    }
    await main()
  } catch (error) {
    process.stderr.write(`\n${sentenceFor(error)}\n`)
    process.exitCode = 1
  }
}

/** npm runs a command in a shell, and a SIGTERM to npm ends at that shell: its going is the signal. */
const endWithNpm = () => {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const look = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, 300)
  look.unref()
}

/**
 * @param {string} version as in process.versions.node
 * @throws {StartError} below 20
 */
export const demandNode = (version) => {
  if (Number(version.split('.')[0]) >= 20) return
  throw new StartError(
    `Node ${version} is too old for Cổ Loa: install Node 20 or newer and run the command again.`,
  )
}

/**
 * One line a person can act on.
 *
 * @param {unknown} error
 * @returns {string}
 */
export const sentenceFor = (error) => {
  const code = /** @type {{ code?: string }} */ (error)?.code
  if (error instanceof StartError) return error.message
  if (code === 'ENOSPC') return 'The disk is full: free at least 3 GB and run the command again.'
  if (code === 'EROFS' || code === 'EACCES') {
    return `This folder cannot be written to (${root}): copy the project to a folder of yours, or change its rights.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const install = async () => {
  const wanted = createHash('sha256')
    .update(await readFile(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = path.join(root, 'node_modules/.coloa-installed')
  const have = existsSync(stamp) ? await readFile(stamp, 'utf8') : ''
  if (have === wanted) return
  const isComplete = existsSync(path.join(root, 'node_modules/.package-lock.json')) && have === ''
  if (!isComplete) {
    await access(root, constants.W_OK) // npm tells of a read-only folder as of one that is not there
    const step = progress('Installing packages')
    const npm = process.env.npm_execpath
    const [command, ...first] = npm && npm.endsWith('.js') ? [process.execPath, npm] : ['npm']
    const { code, output } = await runQuietly(command, [...first, 'ci', '--no-audit', '--no-fund'])
    if (code !== 0) {
      step.fail()
      if (/ENOSPC/.test(output)) throw Object.assign(new Error(), { code: 'ENOSPC' })
      if (/EACCES|EROFS/.test(output)) throw Object.assign(new Error(), { code: 'EACCES' })
      throw new StartError(`npm could not install the packages:\n${reasonsIn(output)}`)
    }
    step.done()
  }
  await mkdir(path.dirname(stamp), { recursive: true })
  await writeFile(stamp, wanted)
}

/** npm says why first and how to call it last. */
const reasonsIn = (output) => {
  const reasons = output.split('\n').filter((line) => line.startsWith('npm error'))
  return (reasons.length > 0 ? reasons : output.split('\n')).slice(0, 20).join('\n')
}

const ownNode = () => {
  const folder = path.join(root, 'node_modules')
  const candidates = [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/bin/node`,
    'node/bin/node',
  ]
  return candidates.map((one) => path.join(folder, one)).find((one) => existsSync(one))
}

const handOver = (node) =>
  new Promise((resolve) => {
    const bin = path.join(root, 'node_modules/.bin')
    const child = spawn(node, process.argv.slice(1), {
      stdio: 'inherit',
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
    })
    for (const signal of signals) process.on(signal, () => child.kill(signal))
    child.once('error', () => resolve(1))
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })

const runQuietly = (command, args) =>
  new Promise((resolve) => {
    const child = track(
      spawn(command, args, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      }),
    )
    const leave = () => void endChildren().then(() => process.exit(1))
    for (const signal of signals) process.on(signal, leave)
    child.once('close', () => {
      for (const signal of signals) process.off(signal, leave)
    })
    let output = ''
    child.stdout.on('data', (part) => (output += part))
    child.stderr.on('data', (part) => (output += part))
    child.once('error', (error) => resolve({ code: 1, output: String(error) }))
    child.once('exit', (code) => resolve({ code, output }))
  })
