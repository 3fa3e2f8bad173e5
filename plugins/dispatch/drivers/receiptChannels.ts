import type { Channel } from '../types.ts'

/** Channels whose devices say themselves that they have a message; the others take it, and that is the last word. */
export const RECEIPT_CHANNELS: readonly Channel[] = ['http', 'mqtt', 'pull', 'player']
