import { abbreviations } from './abbreviations.ts'
import { romanValue } from './roman.ts'

/**
 * Words in capitals of a text that no dictionary knows: somebody should look how they are read.
 *
 * @param own the city's abbreviations
 */
export const unreadIn = (text: string, own: Readonly<Record<string, string>> = {}): string[] => {
  const found = (
    text.normalize('NFC').match(/(?<![\p{L}\p{N}-])\p{Lu}{2,8}(?![\p{L}\p{N}])/gu) ?? []
  ).filter(
    (word) =>
      !Object.hasOwn(abbreviations, word) &&
      !Object.hasOwn(own, word) &&
      romanValue(word) === undefined &&
      // A syllable with its marks is a word that is only written large.
      !/[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯ\u1EA0-\u1EF9]/u.test(word),
  )
  const isShouted = found.length > 8
  return isShouted ? [] : [...new Set(found)]
}
