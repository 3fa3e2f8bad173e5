import { strengthOf } from './strengthOf.ts'
import { runProgram } from './runProgram.ts'

/** Somebody who listens to a stream, and which pitch was heard when. */
export type Listener = {
  /** What was heard, a change at a time. */
  heard: () => readonly { hz: number; at: number }[]
  /** Waits until a pitch is heard after `since`; returns when it began. */
  waitFor: (hz: number, since: number, withinMs?: number) => Promise<number>
  stop: () => Promise<void>
}

const RATE = 8000
const WINDOW = 400 // 50 ms
/** Of the window's energy, so much in one pitch is that pitch. */
const CLEAR = 0.5

/**
 * Listens with ffmpeg and tells pitches apart in what comes out, as an ear would: the proof is in the sound.
 *
 * @param pitches Hz, at least 40 apart
 */
export const listenTo = async (url: string, pitches: readonly number[]): Promise<Listener> => {
  const ffmpeg = await runProgram({
    command: 'ffmpeg',
    args: `-loglevel error -fflags nobuffer -probesize 4096 -analyzeduration 0 -i ${url} -f s16le -ac 1 -ar ${RATE} -flush_packets 1 pipe:1`.split(
      ' ',
    ),
  })
  const heard: { hz: number; at: number }[] = []
  let rest = Buffer.alloc(0)
  ffmpeg.child.stdout.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part])
    while (rest.length >= WINDOW * 2) {
      const hz = pitchOf(rest.subarray(0, WINDOW * 2), pitches)
      rest = rest.subarray(WINDOW * 2)
      if (hz !== heard.at(-1)?.hz) heard.push({ hz, at: Date.now() })
    }
  })
  return {
    heard: () => heard,
    waitFor: async (hz, since, withinMs = 20_000) => {
      const end = Date.now() + withinMs
      for (;;) {
        const found = heard.find((one) => one.hz === hz && one.at >= since)
        if (found) return found.at
        if (Date.now() > end)
          throw new Error(`${hz} Hz was not heard: ${JSON.stringify(heard)} ${ffmpeg.output()}`)
        await new Promise((resolve) => {
          setTimeout(resolve, 20)
        })
      }
    },
    stop: () => ffmpeg.stop(),
  }
}

/** The pitch of a window; 0 for silence and for what is none of them. */
const pitchOf = (window: Buffer, pitches: readonly number[]): number => {
  const samples = new Int16Array(WINDOW)
  for (let n = 0; n < WINDOW; n += 1) samples[n] = window.readInt16LE(n * 2)
  return pitches.find((hz) => strengthOf(samples, hz, RATE) > CLEAR) ?? 0
}
