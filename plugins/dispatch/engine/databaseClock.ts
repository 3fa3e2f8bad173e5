/**
 * The database's time, carried on by this machine's steady counter: a wall clock that jumps makes nothing expire early and
 * signs nothing with a wrong time.
 */
export const createDatabaseClock = () => {
  let offsetMs: number | undefined
  return {
    /** Learns it from an answer that came just now. */
    learn: (at: Date | undefined): void => {
      if (at) offsetMs = at.getTime() - performance.now()
    },
    now: (): Date => (offsetMs === undefined ? new Date() : new Date(offsetMs + performance.now())),
  }
}

/** A clock that follows the database. */
export type DatabaseClock = ReturnType<typeof createDatabaseClock>
