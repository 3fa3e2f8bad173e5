import { spawn } from 'node:child_process'
import path from 'node:path'
import autocannon from 'autocannon'

/** One round: a server of ours or of the reference, and what it is asked. */
export type Round = {
  mode: string
  argument?: string
  paths: string[]
  headers?: Record<string, string>
  databaseUrl: string
}

const SECONDS = 4

/** Starts the server of a round, warms it, and returns requests per second over four seconds of 16 connections. */
export const measure = async (round: Round): Promise<number> => {
  const script = path.join(import.meta.dirname, 'readServer.ts')
  const child = spawn(process.execPath, [script, round.mode, round.argument ?? ''], {
    env: { ...process.env, DATABASE_URL: round.databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const isOver = new Promise<void>((done) => child.on('close', () => done()))
  try {
    const port = await new Promise<string>((done, fail) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /port (\d+)/.exec(chunk.toString())?.[1]
        if (found) done(found)
      })
      child.on('close', () => fail(new Error(`bench: the server "${round.mode}" ended`)))
    })
    const url = `http://127.0.0.1:${port}`
    const requests = round.paths.map((one) => ({ path: one }))
    const headers = round.headers ?? {}
    const ask = (duration: number) =>
      autocannon({ url, connections: 16, duration, requests, headers })
    await ask(1)
    const answer = await ask(SECONDS)
    const isWrong = answer.errors > 0 || answer['4xx'] > 0 || answer['5xx'] > 0
    if (isWrong) throw new Error(`bench: "${round.mode}" answered with errors`)
    return answer.requests.total / answer.duration
  } finally {
    child.kill()
    await isOver
  }
}
