import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { bootstrap, root } from './bootstrap.mjs'
import { claimFolder } from './claimFolder.mjs'

await bootstrap(async () => {
  const isOwn = !process.env.DATABASE_URL && !process.env.DATABASE_OWNER_URL
  const dataDir = path.resolve(root, process.env.COLOA_DATA_DIR ?? '.coloa')
  const { startPostgres } = await import('./postgres.mjs')
  if (isOwn) {
    await mkdir(dataDir, { recursive: true })
    await claimFolder(dataDir)
  }
  const own = isOwn
    ? await startPostgres({
        folder: path.join(dataDir, 'postgres'),
      })
    : undefined
  try {
    const { status } = spawnSync(process.execPath, ['src/migrate.ts', ...process.argv.slice(2)], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(own ? { DATABASE_URL: own.appUrl, DATABASE_OWNER_URL: own.ownerUrl } : {}),
      },
    })
    process.exitCode = status ?? 1
  } finally {
    await own?.stop()
  }
})
