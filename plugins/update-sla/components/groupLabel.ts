import type { SlaWords } from './slaWords.ts'

/** What a group of owners is called; its code where no word is known. */
export const groupLabel = (code: string, words: SlaWords): string => {
  const label = (words as Record<string, string>)[`group_${code}`]
  return label ?? code
}
