/** What one device did with an airing. */
export type Played = {
  state: string
  /** Whether the device has said anything by itself. */
  isHeard: boolean
  isInterrupted: boolean
}

/**
 * `aired` as soon as one device played it to the end; `interrupted` when something cut into it and it was not taken up again;
 * `unconfirmed` when it was handed over and nothing is known since; else `missed`. `wait` while devices may still take it up.
 */
export const judgeAiring = (of: {
  devices: readonly Played[]
  /** An emergency sounded in the commune meanwhile. */
  isCut: boolean
  /** Nothing is awaited any more. */
  isOver: boolean
}): 'aired' | 'interrupted' | 'unconfirmed' | 'missed' | 'wait' => {
  const { devices } = of
  if (devices.some(({ state }) => state === 'played' || state === 'proven')) return 'aired'
  if (!of.isOver) return 'wait'
  if (of.isCut || devices.some((one) => one.isInterrupted)) return 'interrupted'
  if (devices.some((one) => one.state === 'accepted' && !one.isHeard)) return 'unconfirmed'
  return 'missed'
}
