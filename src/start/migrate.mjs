import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { bootstrap, root } from './bootstrap.mjs'

await bootstrap(async () => {
  const isOwn = !process.env.DATABASE_URL && !process.env.DATABASE_OWNER_URL
  const { startPostgres } = await import('./postgres.mjs')
  const own = isOwn
    ? await startPostgres({ folder: path.join(root, '.coloa/postgres') })
    : undefined
  try {
    const { status } = spawnSync(process.execPath, ['src/migrate.ts'], {
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
