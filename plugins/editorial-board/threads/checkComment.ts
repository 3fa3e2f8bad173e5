import { threadError } from './errors.ts'

/** Characters of a comment. */
export const LONGEST_COMMENT = 4000
/** Characters of a quoted passage. */
export const LONGEST_QUOTE = 500

/**
 * A comment as it is kept.
 *
 * @throws PortalError comment_empty, comment_too_long
 */
export const checkComment = (text: string): string => {
  const body = text.trim().normalize('NFC')
  if (body === '') throw threadError('comment_empty')
  if (Array.from(body).length > LONGEST_COMMENT) throw threadError('comment_too_long')
  return body
}
