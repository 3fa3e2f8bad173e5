import type { queueMail } from '#kit/mail/queueMail.ts'
import { theOptions } from '../options.ts'

/** How alerts are told. */
export type TellingOptions = {
  /** Times of the day at which digests go out, HH:MM. @default ['07:30', '16:30'] */
  digestAt?: readonly string[]
  /** A tick that stood still for longer says so, and what it missed, in one mail. @default 15 */
  outageMinutes?: number
  /** Sites that catch up one after another are told together after this long. @default 30 */
  recoveryMinutes?: number
  /** How long the link in a mail can be used to acknowledge. @default 30 */
  acknowledgeDays?: number
  /** Days a silence lasts at the longest. @default 7 */
  longestSilenceDays?: number
  /** Receivers of Standard Webhooks; `secret` as `whsec_…`. */
  webhooks?: readonly { url: string; secret: string }[]
  /** Asked (GET) after each tick, for an outside monitor that raises an alarm when nothing comes. */
  heartbeatUrl?: string
  /**
   * Queues a mail on the caller's transaction, for projects that send their own; addresses that bounce are then theirs to
   * leave out. Default: the table `web.mails` and the task `sendMail`.
   */
  queueMail?: typeof queueMail
}

type Optional = 'heartbeatUrl' | 'queueMail'

/** The options with their defaults. */
export const tellingOptions = (): Required<Omit<TellingOptions, Optional>> &
  Pick<TellingOptions, Optional> => ({
  digestAt: ['07:30', '16:30'],
  outageMinutes: 15,
  recoveryMinutes: 30,
  acknowledgeDays: 30,
  longestSilenceDays: 7,
  webhooks: [],
  ...theOptions().telling,
})
