import type { SlaWords } from './slaWords.ts'

/** Why nobody was told of an alert. */
export const mutedText = (mutedBy: string, words: SlaWords): string =>
  mutedBy.startsWith('silence') ? words.mutedSilence : words.mutedAck
