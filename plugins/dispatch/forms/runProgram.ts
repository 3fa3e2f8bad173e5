import { spawn } from 'node:child_process'

/** A program that was started and did not do its work. */
export class ProgramError extends Error {
  readonly reason: 'missing' | 'late' | 'too_much' | 'failed'

  constructor(reason: ProgramError['reason'], message: string) {
    super(message)
    this.name = 'ProgramError'
    this.reason = reason
  }
}

/**
 * Runs a program as a process of its own, without a shell; one that hangs or says too much is killed with all it holds.
 *
 * @param options.input what it reads from its standard input
 * @throws ProgramError
 */
export const runProgram = async (options: {
  program: string
  args: readonly string[]
  input?: Buffer | string
  timeoutMs: number
  /** @default 64 MB */
  mostBytes?: number
}): Promise<{ stdout: Buffer; stderr: string }> => {
  const { program, args, mostBytes = 64 * 1024 * 1024 } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      // Nothing of ours for a program that reads what strangers sent.
      env: {
        PATH: process.env.PATH ?? '',
        LC_ALL: 'C.UTF-8',
        HOME: '/nonexistent',
      } as unknown as NodeJS.ProcessEnv, // Next's types demand more
    })
    const out: Buffer[] = []
    let size = 0
    let said = ''
    let ended: ProgramError | undefined
    const end = (error: ProgramError) => {
      ended ??= error
      child.kill('SIGKILL')
    }
    const timer = setTimeout(
      () => end(new ProgramError('late', `${program} took longer than ${options.timeoutMs} ms`)),
      options.timeoutMs,
    )
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > mostBytes) end(new ProgramError('too_much', `${program} gave more than allowed`))
      else out.push(part)
    })
    child.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-64_000)
    })
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      const reason = error.code === 'ENOENT' ? 'missing' : 'failed'
      reject(new ProgramError(reason, `${program}: ${error.message}`))
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (ended) reject(ended)
      else if (code === 0) resolve({ stdout: Buffer.concat(out), stderr: said })
      else reject(new ProgramError('failed', `${program}: ${said.slice(-600) || `exit ${code}`}`))
    })
    child.stdin.on('error', () => undefined) // it may end before it has read all
    child.stdin.end(options.input ?? '')
  })
}

const versions = new Map<string, Promise<string | null>>()

/** The first line a program says of itself, asked once a process; null when it is not installed. */
export const versionOf = (program: string, flag: string): Promise<string | null> => {
  const known = versions.get(program)
  if (known) return known
  const asked = runProgram({ program, args: [flag], timeoutMs: 10_000 }).then(
    ({ stdout, stderr }) => (stdout.toString() || stderr).split('\n')[0]?.trim() ?? program,
    () => null,
  )
  versions.set(program, asked)
  return asked
}
