/** An address a mail server did not take. */
export type Refused = {
  email: string
  reason: string
  /** The mailbox is not there, or takes nothing any more; otherwise it is worth another try. */
  isForGood: boolean
}

/** As nodemailer tells it, in an answer or in an error. */
type RefusedRecipient = { recipient?: string; responseCode?: number; response?: string }

/** Whom the server refused at RCPT, out of what nodemailer answered or threw. */
export const refusalsOf = (told: unknown): Refused[] => {
  const { rejectedErrors = [] } = told as { rejectedErrors?: RefusedRecipient[] }
  return rejectedErrors.flatMap(({ recipient, responseCode = 0, response = '' }) =>
    recipient
      ? [
          {
            email: recipient.toLowerCase(),
            reason: response.slice(0, 300),
            isForGood: isForGood(responseCode, response),
          },
        ]
      : [],
  )
}

/**
 * A 5xx about the mailbox. One about policy (5.7.x in RFC 3463: relaying denied, sender not allowed) says that something
 * is wrong with us, and would silence everybody at once.
 */
const isForGood = (code: number, response: string): boolean =>
  code >= 550 && code < 560 && !/^5\d\d[ -]5\.7\./.test(response)
