const names: Readonly<Record<string, string>> = {
  A: 'a', Ă: 'á', Â: 'ớ', B: 'bê', C: 'xê', D: 'dê', Đ: 'đê', E: 'e', Ê: 'ê', F: 'ép', G: 'giê', H: 'hát', I: 'i',
  J: 'gi', K: 'ca', L: 'lờ', M: 'mờ', N: 'nờ', O: 'o', Ô: 'ô', Ơ: 'ơ', P: 'pê', Q: 'quy', R: 'rờ', S: 'sờ', T: 'tê',
  U: 'u', Ư: 'ư', V: 'vê', W: 'vê kép', X: 'ích', Y: 'i dài', Z: 'dét',
} // prettier-ignore

/** Letters by their Vietnamese names: "BHXH" is "bê hát ích hát". Other characters are left out. */
export const letterWords = (letters: string): string =>
  Array.from(letters.toUpperCase())
    .flatMap((letter) => names[letter] ?? [])
    .join(' ')
