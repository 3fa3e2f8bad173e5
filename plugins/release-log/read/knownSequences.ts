type Listener = (log: string, seq: number) => void

const listeners = new Set<Listener>()

/** Tells the watches of this process of a release it made itself: the notification may arrive after the next request. */
export const bumpKnownSequence = (log: string, seq: number): void => {
  for (const listener of listeners) listener(log, seq)
}

/** Hears of this process's own releases; returns how to stop. */
export const onOwnRelease = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
