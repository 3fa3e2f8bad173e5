import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/**
 * Starts processes that release on one log at the same moment.
 *
 * @returns `go` lets them begin, `isOver` settles when all have ended well
 */
export const startReleasers = async (options: {
  processes: number
  log: string
  /** Releases of each. */
  each: number
  ownerUrl: string
}): Promise<{ go: () => void; isOver: Promise<void> }> => {
  const { processes, log, each, ownerUrl } = options
  const children = Array.from({ length: processes }, (_x, index) =>
    fork(
      path.join(import.meta.dirname, 'releaseInBatches.ts'),
      [log, String(1_000_000 + index * each), String(each), String(index + 1)],
      { env: { ...process.env, DATABASE_OWNER_URL: ownerUrl } },
    ),
  )
  const isOver = Promise.all(
    children.map(async (child) => {
      const [code] = (await once(child, 'exit')) as [number]
      if (code !== 0) throw new Error(`a releasing process ended with ${code}`)
    }),
  ).then(() => undefined)
  await Promise.race([Promise.all(children.map((child) => once(child, 'message'))), isOver])
  return { go: () => children.forEach((child) => child.send('go')), isOver }
}
