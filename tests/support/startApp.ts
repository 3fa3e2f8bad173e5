import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { startProcess } from './startProcess.ts'
import type { TestProcess } from './startProcess.ts'

/** A running Coloa process of the built server. */
export type TestApp = TestProcess & { url: string; port: number }

/**
 * Starts the built server as its own process and waits until it is ready.
 *
 * @param options.env at least DATABASE_URL; the rest has the defaults of a test
 */
export const startApp = async (options: {
  role: 'web' | 'worker' | 'all'
  env: Record<string, string>
  /** The port of one that was killed, so that it comes back where it was. @default one that is free */
  port?: number
}): Promise<TestApp> => {
  const port = options.port ?? (await freePort())
  const url = `http://localhost:${port}`
  const started = await startProcess({
    script: path.resolve('dist/server.mjs'),
    env: {
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PAYLOAD_SECRET: 'a secret of the tests',
      ROLE: options.role,
      PORT: String(port),
      DEVICE_NETWORKS: '127.0.0.0/8',
      PATH: process.env.SERVERS_PATH ?? process.env.PATH ?? '',
      ...options.env,
    },
  })
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return { ...started, url, port }
    if (started.child.exitCode !== null) break
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
  }
  await started.stop()
  // It was free when it was looked for, and the server takes seconds to listen.
  if (!options.port && started.output().includes(`Port ${port} is taken`)) return startApp(options)
  throw new Error(`${options.role} did not become ready:\n${started.output()}`)
}

/** A port of the loopback address that nobody uses at this moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
