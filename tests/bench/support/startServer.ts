import { fork } from 'node:child_process'
import path from 'node:path'
import type { Load, Loaded } from './generateLoad.ts'

/** A server of ours or of a reference, in a process of its own. */
export type Served = { mode: string; url: string; pid: number; stop: () => Promise<void> }

/** Starts `server/serve` in a mode; `argument` is that mode's own. */
export const startServer = async (mode: string, argument = ''): Promise<Served> => {
  const child = fork(path.resolve('dist/bench-server.mjs'), [mode, argument])
  const port = await answerOf<number>(child, `the server "${mode}"`)
  return { mode, url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => end(child) }
}

/** Starts the load generator. */
export const startGenerator = () => {
  const child = fork(path.join(import.meta.dirname, 'generateLoad.ts'))
  return {
    ask: async (load: Load): Promise<number> => {
      child.send(load)
      const loaded = await answerOf<Loaded>(child, 'the load generator')
      if ('fault' in loaded) throw new Error(`bench: ${loaded.fault}`)
      return loaded.perSecond
    },
    stop: () => end(child),
  }
}

const answerOf = <T>(child: ReturnType<typeof fork>, name: string): Promise<T> =>
  new Promise((done, fail) => {
    const ended = () => fail(new Error(`bench: ${name} ended`))
    child.once('exit', ended)
    child.once('message', (answer) => {
      child.off('exit', ended)
      done(answer as T)
    })
  })

const end = (child: ReturnType<typeof fork>): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null) return done()
    child.once('exit', () => done())
    child.kill('SIGKILL')
  })
