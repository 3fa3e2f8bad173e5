import { watch } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './bootstrap.mjs'

const folders = ['src', 'plugins', 'collections', 'config']
/** Next reloads its own pages; generated files follow sources. */
const ignored = /^(src\/app\/|src\/start\/|src\/payload-types)/

/**
 * Calls `act` after a source has changed and things are quiet again, once at a time; what changes meanwhile is not lost.
 *
 * @param {() => Promise<void>} act
 * @returns {() => Promise<void>} ends it
 */
export const watchSources = (act) => {
  let changes = 0
  let isActing = false
  const react = async () => {
    if (isActing) return
    isActing = true
    while (changes > 0) {
      const seen = changes
      await pause(150)
      if (changes !== seen) continue
      changes = 0
      await act()
    }
    isActing = false
  }
  const watchers = folders.map((folder) =>
    watch(path.join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || ignored.test(path.posix.join(folder, name.replaceAll('\\', '/')))) return
      changes += 1
      void react()
    }),
  )
  return async () => {
    for (const one of watchers) one.close()
  }
}
