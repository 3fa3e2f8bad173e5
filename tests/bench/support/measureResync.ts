import { readFile } from 'node:fs/promises'
import { report } from './report.ts'
import { startServer } from './startServer.ts'

const PAGE = 500

/** A site that starts again at 0 and takes a whole log, page after page; and what the server's memory came to. */
export const measureResync = async ({ log, seq }: { log: string; seq: number }) => {
  const speeds: number[] = []
  for (const mode of ['bareFeed', 'ours']) {
    const served = await startServer(mode)
    const started = performance.now()
    let items = 0
    for (let after = 0; after < seq;) {
      const answer = await fetch(`${served.url}/feeds/${log}?after=${after}&limit=${PAGE}`, {
        headers: { 'accept-encoding': 'identity' }, // the reference does not pack
      })
      const page = (await answer.json()) as { items: { seq: number }[] }
      items += page.items.length
      after = page.items.at(-1)?.seq ?? seq
    }
    if (items !== seq) throw new Error(`bench: ${items} items came instead of ${seq}`)
    speeds.push(items / ((performance.now() - started) / 1000))
    if (mode === 'ours') {
      const value = await peakMegabytes(served.pid)
      const figure = { bench: 'feed', metric: 'resyncMemory', unit: 'MB at most', ratio: null }
      report({ ...figure, value, reference: 'the whole server process' })
    }
    await served.stop()
  }
  const [bare = 0, value = 0] = speeds
  const reference = 'the same walk over bare http + pg'
  const figure = { bench: 'feed', metric: 'resync', unit: 'items/s', reference }
  report({ ...figure, value, ratio: value / bare })
}

/** The most a process has held; only Linux tells. */
const peakMegabytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
