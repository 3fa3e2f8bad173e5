import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bootstrap, root } from './bootstrap.mjs'

/** Needs a database and was given none. */
const isWithoutDatabase = (words) =>
  ['export', 'simulate', 'hub-key'].includes(words[0]) &&
  !words.some((word) => /^--(database|help)\b/.test(word)) &&
  !process.env.DATABASE_URL &&
  !process.env.DATABASE_OWNER_URL

const programs = { simulate: 'src/simulate/main.ts', 'hub-key': 'src/hubKey/main.ts' }

const programOf = ([word]) => programs[word] ?? 'src/verifier/main.ts'

await bootstrap(async () => {
  const words = process.argv.slice(2)
  const dataDir = path.resolve(root, process.env.COLOA_DATA_DIR ?? '.coloa')
  const folder = path.join(dataDir, 'postgres')
  const { startPostgres } = await import('./postgres.mjs')
  const own =
    isWithoutDatabase(words) && existsSync(folder) ? await startPostgres({ folder }) : undefined
  try {
    const child = spawn(process.execPath, [path.join(root, programOf(words)), ...words], {
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_NO_WARNINGS: '1',
        ...(own ? { DATABASE_OWNER_URL: own.ownerUrl } : {}),
      },
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => child.kill(signal))
    process.exitCode = await new Promise((resolve) =>
      child.once('exit', (code) => resolve(code ?? 2)),
    )
  } finally {
    if (own && !own.isAdopted) await own.stop()
  }
})
