import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { boardFields, valueAt } from '#kit/admin/compare/boardFields.ts'
import { fieldBlocks } from '#kit/admin/compare/fieldBlocks.ts'
import { textOfBlock } from '#domain/diff/block.ts'
import { boardError } from '../errors.ts'
import { findReview } from '../store.ts'
import { demandVoice } from './demandVoice.ts'
import { checkComment, LONGEST_QUOTE } from './checkComment.ts'
import { threadError } from './errors.ts'
import { hasPassage } from './hasPassage.ts'
import { findThread, insertComment, insertThread, submittedBody } from './store.ts'
import type { Thread } from './store.ts'

/**
 * Begins a talk about a field of a submission: anybody with a role on its board may.
 *
 * @param options.field names of fields from the top, joined by dots
 * @param options.locale null for a field that all languages share
 * @param options.quote the passage it is about, as it stands in that field
 * @throws PortalError submission_missing, not_a_member, people_only, submission_superseded, unknown_field,
 *   quote_too_long, quote_not_found, comment_empty, comment_too_long
 */
export const openThread = async (options: {
  req: PayloadRequest
  submissionId: string
  field: string
  locale: string | null
  quote: string | null
  text: string
}): Promise<Thread> => {
  const { req, submissionId } = options
  return withTransaction(req, async (sql) => {
    const review = await findReview(sql, submissionId)
    if (!review) throw boardError('submission_missing')
    const user = await demandVoice(req, review.log)
    if (review.state === 'superseded') throw threadError('submission_superseded')
    const body = checkComment(options.text)
    const frozen = await submittedBody(sql, submissionId)
    const quote = checkAnchor({ ...options, collection: review.collection, frozen: frozen ?? '{}' })
    const id = await insertThread(sql, {
      collection: review.collection,
      docId: review.docId,
      submissionId,
      fieldPath: options.field,
      locale: options.locale,
      quote,
      openedBy: user,
    })
    await insertComment(sql, { threadId: id, author: user, body })
    const thread = await findThread(sql, id)
    if (!thread) throw threadError('thread_missing')
    return thread
  })
}

type Locales = Record<string, Record<string, unknown>>

/** The field exists, in that language, and the passage stands in it. */
const checkAnchor = (options: {
  req: PayloadRequest
  collection: string
  frozen: string
  field: string
  locale: string | null
  quote: string | null
}): string | null => {
  const { req, locale } = options
  const known = boardFields(req, options.collection).find((one) => one.path === options.field)
  const locales = localesOfConfig(req)
  const isKnownLocale = locale === null ? !known?.isLocalized : locales.includes(locale)
  if (!known || !isKnownLocale) throw threadError('unknown_field')
  const quote = options.quote?.trim().normalize('NFC') ?? ''
  if (quote === '') return null
  if (Array.from(quote).length > LONGEST_QUOTE) throw threadError('quote_too_long')
  const bodies = (JSON.parse(options.frozen) as { locales?: Locales }).locales ?? {}
  const document = bodies[locale ?? ''] ?? (locale === null ? Object.values(bodies)[0] : undefined)
  const language = req.i18n.language === 'en' ? ('en' as const) : ('vi' as const)
  const blocks = fieldBlocks(known.field, valueAt(document ?? {}, known.path), {
    language,
    titles: new Map(),
  })
  if (!hasPassage(blocks.map(textOfBlock).join('\n'), quote)) throw threadError('quote_not_found')
  return quote
}

const localesOfConfig = (req: PayloadRequest): string[] => {
  const { localization } = req.payload.config
  return localization ? localization.localeCodes : []
}
