import pg from 'pg'

/** How soon after a lost connection, and how often without a word. */
const AGAIN_MS = 1000
const LOOK_MS = 5000

/**
 * Calls back when a dispatch was given. Where the word is lost, within five seconds.
 *
 * @returns a function that ends it
 */
export const listenForDispatches = (
  connectionString: string,
  wake: (about: string) => void,
): (() => Promise<void>) => {
  let client: pg.Client | undefined
  let isEnding = false
  const connect = async () => {
    if (isEnding) return
    const made = new pg.Client({
      connectionString,
      application_name: 'coloa boards',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    })
    client = made
    let isLost = false
    const lost = () => {
      if (isLost) return
      isLost = true
      made.end().catch(() => undefined) // it is gone
      setTimeout(() => void connect(), AGAIN_MS).unref()
    }
    made.on('error', lost)
    made.on('end', lost)
    made.on('notification', (note) => wake(note.payload ?? ''))
    try {
      await made.connect()
      await made.query('listen dispatch')
    } catch {
      lost() // looked for every five seconds meanwhile
    }
  }
  const timer = setInterval(() => wake(''), LOOK_MS)
  void connect()
  return async () => {
    isEnding = true
    clearInterval(timer)
    await client?.end().catch(() => undefined) // it may be lost already
  }
}
