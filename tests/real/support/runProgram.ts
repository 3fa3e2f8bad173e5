import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { accountFor } from '../../../src/start/unprivilegedAccount.mjs'
import { wholePath } from '../../../src/start/realPrograms.mjs'

/** A program of somebody else, running. */
export type Program = {
  child: ChildProcessByStdio<null, Readable, Readable>
  output: () => string
  /** @param signal SIGKILL for a crash */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/**
 * Runs a program, as an account without rights when we are root: Icecast and Liquidsoap refuse root.
 *
 * @param options.until waits for this in what it prints
 */
export const runProgram = async (options: {
  command: string
  args?: readonly string[]
  env?: Record<string, string>
  cwd?: string
  until?: RegExp
  withinMs?: number
}): Promise<Program> => {
  const account = await accountFor()
  const child = spawn(options.command, options.args ?? [], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: wholePath(), HOME: options.cwd ?? '/tmp', ...options.env },
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...account,
  })
  let text = ''
  if (options.until) child.stdout.on('data', (part: Buffer) => (text += part.toString()))
  child.stderr.on('data', (part: Buffer) => (text = `${text}${part.toString()}`.slice(-100_000)))
  let fault: Error | undefined
  child.once('error', (error) => (fault = error))
  const end = Date.now() + (options.withinMs ?? 30_000)
  while (options.until && !options.until.test(text)) {
    if (fault || child.exitCode !== null || Date.now() > end) {
      child.kill('SIGKILL')
      throw new Error(`${options.command} did not start: ${fault?.message ?? ''}\n${text}`)
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  return {
    child,
    output: () => text,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null || fault) return
      const ended = once(child, 'exit')
      child.kill(signal)
      const timer = setTimeout(() => child.kill('SIGKILL'), 4000)
      await ended
      clearTimeout(timer)
    },
  }
}
