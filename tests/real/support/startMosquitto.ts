import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '#tests/support/startApp.ts'
import { runProgram } from './runProgram.ts'
import type { Program } from './runProgram.ts'

/** A real broker on the loopback address. */
export type Mosquitto = {
  url: string
  port: number
  program: () => Program
  /** Starts it anew on its port, as after a crash. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts mosquitto, MQTT 5 and 3.1.1, keeping sessions and retained messages in `folder`.
 *
 * @param options.lines further lines of its configuration
 */
export const startMosquitto = async (options: {
  folder: string
  lines?: readonly string[]
}): Promise<Mosquitto> => {
  const port = await freePort()
  const file = path.join(options.folder, `mosquitto-${port}.conf`)
  await writeFile(
    file,
    [
      `listener ${port} 127.0.0.1`,
      'persistence true',
      `persistence_location ${options.folder}/`,
      `persistence_file mosquitto-${port}.db`,
      'autosave_interval 1',
      'max_queued_messages 10000',
      ...(options.lines ?? ['allow_anonymous true']),
      '',
    ].join('\n'),
  )
  const start = () =>
    runProgram({ command: 'mosquitto', args: ['-c', file], until: /running/, cwd: options.folder })
  let program = await start()
  return {
    url: `mqtt://127.0.0.1:${port}`,
    port,
    program: () => program,
    restart: async () => {
      program = await start()
    },
    stop: () => program.stop(),
  }
}
