import { fork } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { median } from './percentile.ts'

const ROUNDS = 12
const EACH = 20

/**
 * Saving a draft with every plugin, beside plain Payload with the same collections and no plugin, by turns.
 *
 * @returns medians in ms
 */
export const measureDraftSaves = async (ground: {
  appUrl: string
  ownerUrl: string
}): Promise<{ ours: number; plain: number }> => {
  const client = new pg.Client({ connectionString: ground.ownerUrl })
  await client.connect()
  await client.query('create database plain')
  await client.end()
  const plainUrl = ground.ownerUrl.replace(/[^/]*$/, 'plain')
  const ours = await startSaver('ours', ground.appUrl, 'production')
  const plain = await startSaver('plain', plainUrl, 'development') // push makes its tables
  try {
    const times = { ours: [] as number[], plain: [] as number[] }
    await ours.save(EACH)
    await plain.save(EACH)
    for (let round = 0; round < ROUNDS; round += 1) {
      times.ours.push(...(await ours.save(EACH)))
      times.plain.push(...(await plain.save(EACH)))
    }
    return { ours: median(times.ours), plain: median(times.plain) }
  } finally {
    ours.stop()
    plain.stop()
  }
}

const startSaver = async (mode: string, url: string, nodeEnv: NodeJS.ProcessEnv['NODE_ENV']) => {
  const child = fork(path.join(import.meta.dirname, 'draftSaver.ts'), [mode, url], {
    env: { ...process.env, DATABASE_URL: url, NODE_ENV: nodeEnv },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = <T>(): Promise<T> =>
    new Promise((done, fail) => {
      const ended = () => fail(new Error(`bench: the draft saver "${mode}" ended`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        done(message as T)
      })
    })
  await answer()
  return {
    save: (count: number): Promise<number[]> => {
      const times = answer<number[]>()
      child.send(count)
      return times
    },
    stop: () => child.kill('SIGKILL'),
  }
}
