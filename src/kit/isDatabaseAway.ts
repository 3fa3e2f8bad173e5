/** SQLSTATE classes 08, 53 and 57P, a statement that ran out of time, and what a socket says. */
const CODES = /^(08...|53...|57P..|57014|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND)$/
/** node-postgres gives no code for these. */
const WORDS = /connection (terminated|timeout)|timeout exceeded when trying to connect/i

/** Whether an error, or what caused it, says that the database cannot be reached, ended the connection or has no room. */
export const isDatabaseAway = (error: unknown): boolean => {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown }
    if (CODES.test(String(code)) || WORDS.test(one.message)) return true
  }
  return false
}
