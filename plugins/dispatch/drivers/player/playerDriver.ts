import type { Driver } from '../driver.ts'

/**
 * Boards that are a page in a browser. The page holds a stream open, which brings what was given to it; and it reports, and
 * has what it missed in the answer. So nothing is pushed from here.
 */
export const playerDriver = (): Driver => ({
  channel: 'player',
  hasReceipts: true,
  hand: async () => 'waiting',
  stop: async () => undefined,
})
