import { readdir, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import { root } from './bootstrap.mjs'
import { stopLeftOver } from './postgres.mjs'

/** Ends and removes the databases of test runs that were broken off; those of runs under way stay. */
export const sweepTestDatabases = async () => {
  const dataDir = path.join(root, '.coloa')
  for (const name of await readdir(dataDir).catch(() => [])) {
    const pid = Number(/^test-(\d+)(?:-cities)?$/.exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const folder = path.join(dataDir, name)
    if (!name.endsWith('-cities')) await stopLeftOver(folder)
    // As root the database may lie elsewhere, behind a link.
    const data = await realpath(folder).catch(() => folder)
    for (const one of new Set([data, folder])) await rm(one, { recursive: true, force: true })
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
