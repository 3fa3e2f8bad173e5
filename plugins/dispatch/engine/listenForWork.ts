import pg from 'pg'
import type { Logger } from 'pino'

/** One for all senders of a city: whoever holds it does what one process has to do. */
const LEADER = 6_417_001

/** A connection that is told of work, and knows whether this process leads. */
export type WorkListener = { isLeader: () => boolean; stop: () => Promise<void> }

/**
 * Listens for work, and comes back by itself after the database was away.
 *
 * @param options.onWork is given what was told: a lane, or `setup:<device code>`
 */
export const listenForWork = (options: {
  connectionString: string
  logger: Logger
  onWork: (about: string) => void
}): WorkListener => {
  let client: pg.Client | undefined
  let isLeader = false
  let isEnding = false
  let later: NodeJS.Timeout | undefined

  const connect = async () => {
    const made = new pg.Client({
      connectionString: options.connectionString,
      application_name: 'coloa dispatch listener',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    })
    const lost = () => {
      if (client !== made) return
      client = undefined
      isLeader = false
      again()
    }
    made.on('error', lost)
    made.on('end', lost)
    made.on('notification', (note) => options.onWork(note.payload ?? ''))
    client = made
    try {
      await made.connect()
      await made.query('listen dispatch')
      await stand()
    } catch (error) {
      options.logger.warn({ err: error }, 'dispatch: not told of work, looking for it instead')
      made.end().catch(() => undefined) // it may never have been connected
      lost()
    }
  }
  const again = () => {
    if (!isEnding) later = setTimeout(() => void connect(), 1000)
  }
  const stand = async () => {
    const asked = client
    if (isLeader || !asked) return
    const { rows } = await asked.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      LEADER,
    ])
    if (client === asked) isLeader = rows[0]?.got === true
  }
  const timer = setInterval(() => {
    stand().catch(() => undefined) // a lost connection is told by its own event
  }, 3000)
  void connect()
  return {
    isLeader: () => isLeader,
    stop: async () => {
      isEnding = true
      clearInterval(timer)
      clearTimeout(later)
      const open = client
      client = undefined
      await open?.end().catch(() => undefined) // it may be lost already
    },
  }
}
