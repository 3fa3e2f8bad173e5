import { chmod } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Makes a file with one pitch. */
export const makeTone = async (file: string, hz: number, seconds: number): Promise<void> => {
  const source = `sine=frequency=${hz}:duration=${seconds}`
  await run('ffmpeg', ['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', source, '-ac', '1', file])
  await chmod(file, 0o644)
}
