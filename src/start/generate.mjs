import { spawnSync } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { bootstrap, root } from './bootstrap.mjs'

const environment = {
  ...process.env,
  DATABASE_URL: 'postgres://none@127.0.0.1:1/none',
  PAYLOAD_SECRET: 'generate',
}
const payload = (...words) =>
  spawnSync(process.execPath, [path.join(root, 'node_modules/payload/bin.js'), ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  })

/** Types, the admin's import map and, with a name, a migration for what changed in the collections. */
await bootstrap(async () => {
  payload('generate:types')
  payload('generate:importmap')
  const name = process.argv[2]
  if (!name) return
  payload('migrate:create', name)
  const folder = path.join(root, 'src/migrations')
  await rm(path.join(folder, 'index.ts'), { force: true })
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.ts')) continue
    const text = await readFile(path.join(folder, file), 'utf8')
    // Node strips types only from imports that say they are types.
    const typed = text.replace(
      'import { MigrateUpArgs, MigrateDownArgs, sql }',
      'import { type MigrateUpArgs, type MigrateDownArgs, sql }',
    )
    await writeFile(path.join(folder, file), typed)
  }
})
