import { theOptions } from '../options.ts'

/** The zone in which a board counts its days. */
export const zone = (): string => theOptions().timeZone ?? 'Asia/Ho_Chi_Minh'

/** The day of an instant as YYYY-MM-DD, in the board's zone. */
export const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone() }).format(at)
