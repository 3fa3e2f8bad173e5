import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './bootstrap.mjs'
import { bundle } from './bundle.mjs'
import { progress } from './progress.mjs'
import { StartError } from './startError.mjs'
import { watchSources } from './watchSources.mjs'

/**
 * Resolves when the server is fit for traffic. When it ends by itself later, so does everything; for people who work on it
 * (`isDev`) it is built and started anew whenever a source changes.
 *
 * @param {{ environment: Record<string, string | undefined>, port: number, city: { ends: (() => Promise<void>)[] },
 *   leave: (code: number) => Promise<void>, isDev: boolean }} options
 */
export const serve = async ({ environment, port, city, leave, isDev }) => {
  const starting = progress('Starting the server')
  let server = startServer(environment)
  city.ends.push(() => endServer(server, 15_000))
  try {
    await demandReady(server, port)
  } catch (error) {
    starting.fail()
    throw error
  }
  starting.done()
  if (!isDev) {
    void server.ended.then(() => leave(1))
    return
  }
  const stop = watchSources(async () => {
    const step = progress('Building and starting anew')
    try {
      await bundle({ entry: 'src/server.ts', name: 'server' })
      await endServer(server, 1000)
      server = startServer(environment)
      await demandReady(server, port)
      step.done()
    } catch {
      step.fail() // the lines above say why; the next change tries again
    }
  })
  city.ends.push(stop)
}

const startServer = (environment) => {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', path.join(root, 'dist/server.mjs')],
    {
      cwd: root,
      env: {
        ...environment,
        ROLE: environment.ROLE ?? 'all',
        LOG_LEVEL: environment.LOG_LEVEL ?? 'warn',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      // The channel carries nothing: when this process is killed it closes, and the server ends itself.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true, // Ctrl-C reaches us alone; we end the server, then the database
    },
  )
  return { child, ended: new Promise((resolve) => child.once('exit', resolve)) }
}

const endServer = async ({ child, ended }, withinMs) => {
  child.kill('SIGTERM')
  const limit = setTimeout(() => child.kill('SIGKILL'), withinMs)
  await ended
  clearTimeout(limit)
}

const demandReady = async ({ ended }, port) => {
  for (;;) {
    const isEnded = await Promise.race([ended.then(() => true), pause(200)])
    if (isEnded) {
      throw new StartError('The server ended while starting; the lines above say why.')
    }
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) return
  }
}

const pause = (milliseconds) =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds))
