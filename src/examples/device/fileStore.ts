import { open, readFile, rename } from 'node:fs/promises'
import { emptyMemory } from './memory.ts'
import type { Memory } from './memory.ts'

/** Where a device keeps its memory. */
export type Store = { load: () => Promise<Memory>; save: (memory: Memory) => Promise<void> }

/** A file that is whole after a power cut: written beside, brought to the disk, then renamed. */
export const fileStore = (file: string): Store => ({
  load: async () => {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as Memory
    } catch {
      return emptyMemory()
    }
  },
  save: async (memory) => {
    const handle = await open(`${file}.new`, 'w', 0o600)
    await handle.writeFile(JSON.stringify(memory))
    await handle.sync()
    await handle.close()
    await rename(`${file}.new`, file)
  },
})

/** A memory that ends with the process, for simulated devices. */
export const passingStore = (): Store => ({
  load: () => Promise.resolve(emptyMemory()),
  save: () => Promise.resolve(),
})
