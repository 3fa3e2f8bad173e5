import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { startPostgres } from '#src/start/postgres.mjs'
import { progress } from '#src/start/progress.mjs'

/** A database of its own, with a city in it. */
export type Ground = {
  appUrl: string
  ownerUrl: string
  /** Environment of processes that use it. */
  env: Record<string, string>
  close: () => Promise<void>
}

/**
 * Starts a PostgreSQL that keeps its word on disk, in a folder that goes with it, and migrates it. Ends with the process
 * also when that is told to stop.
 */
export const openGround = async (): Promise<Ground> => {
  const root = process.cwd()
  await mkdir(path.join(root, '.coloa'), { recursive: true })
  const folder = await mkdtemp(path.join(root, '.coloa', 'bench-'))
  await chmod(folder, 0o755) // PostgreSQL may run under an account of its own
  const starting = progress('Starting PostgreSQL')
  const postgres = await startPostgres({ folder: path.join(folder, 'postgres') })
  starting.done()
  const close = async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(1)))
  }
  const env = {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    PAYLOAD_SECRET: 'a secret of the benches',
    MEDIA_DIR: path.join(folder, 'media'),
    COLOA_DATA_DIR: path.join(folder, 'data'),
  }
  Object.assign(process.env, env)
  try {
    await step('Making the tables', ['src/migrate.ts'])
  } catch (error) {
    await close()
    throw error
  }
  return { appUrl: postgres.appUrl, ownerUrl: postgres.ownerUrl, env, close }
}

/** Loads a city of `<sites>x<articles>`. */
export const loadCity = (size: string): Promise<void> =>
  step(`Loading a city of ${size}`, ['src/demo/seed.ts', '--size', size])

const step = async (title: string, args: string[]) => {
  const shown = progress(title)
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const code = await new Promise((done) => child.once('exit', done))
  if (code === 0) return shown.done()
  shown.fail()
  throw new Error(said)
}
