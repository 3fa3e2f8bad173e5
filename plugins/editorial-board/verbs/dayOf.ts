/** The day of an instant as YYYY-MM-DD, Asia/Ho_Chi_Minh. */
export const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(at)
