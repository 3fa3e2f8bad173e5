import type { Driver } from '../driver.ts'

/**
 * Devices behind a commune's router, which nobody can call: they ask, and what waits for them is part of the answer to
 * their report.
 */
export const pullDriver = (): Driver => ({
  channel: 'pull',
  hasReceipts: true,
  hand: async () => 'waiting',
  stop: async () => undefined,
})
