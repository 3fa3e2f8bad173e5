/** A pattern of SQL's `like` for texts in which these very words stand. */
export const containing = (words: string): string =>
  `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
