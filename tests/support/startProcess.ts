import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A child process of a test. */
export type TestProcess = {
  child: ChildProcess
  /** Everything it has printed. */
  output: () => string
  stop: () => Promise<void>
}

/**
 * Starts a program and waits for a line.
 *
 * @param options.command runs it; the Node of this process by default
 * @param options.until a pattern in what it prints; leave out to return at once
 * @throws with what it printed, when it ends or the time is over before that
 */
export const startProcess = async (options: {
  script: string
  command?: string
  args?: readonly string[]
  env?: Record<string, string>
  until?: RegExp
  withinMs?: number
}): Promise<TestProcess> => {
  const child = spawn(
    options.command ?? process.execPath,
    [options.script, ...(options.args ?? [])],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_NO_WARNINGS: '1', ...options.env },
    },
  )
  let text = ''
  child.stdout.on('data', (part: Buffer) => (text += part.toString()))
  child.stderr.on('data', (part: Buffer) => (text += part.toString()))
  const end = Date.now() + (options.withinMs ?? 30_000)
  while (options.until && !options.until.test(text)) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill('SIGKILL')
      throw new Error(`${options.script} did not start:\n${text}`)
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
  return {
    child,
    output: () => text,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 8000)
      await ended
      clearTimeout(timer)
    },
  }
}
