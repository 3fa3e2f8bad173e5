import { z } from 'zod'
import { crossPostingError } from '../errors.ts'
import { theOptions } from '../options.ts'
import { isReadable } from './isReadable.ts'

const line = (max: number) => z.string().trim().max(max).transform(nfc)
const title = z.string().trim().min(1).max(300).transform(nfc)
const address = z
  .url({ protocol: /^https?$/ })
  .max(1000)
  .refine((value) => !/^https?:\/\/[^/]*@/i.test(value), 'no user name in an address')

const DAY_MS = 86_400_000

const words = z.strictObject({
  title,
  lead: line(600).default(''),
  /** Markdown. */
  body: z.string().max(200_000).refine(isReadable, 'too much markup').transform(nfc),
})

const siteCode = z.string().regex(/^[a-z0-9-]{1,64}$/)
const hops = z.array(siteCode).max(50)

/** Who published it first, in the shape of a feed item's `origin`. */
const origin = z.strictObject({
  site: siteCode,
  siteName: line(200).nullish(),
  collection: z.string().max(60).nullish(),
  item: z.string().max(200).nullish(),
  seq: z.int().positive().nullish(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullish(),
  url: address.nullish(),
  publishedAt: z.iso.datetime({ offset: true }).nullish(),
  hops: hops.nullish(),
  isAdapted: z.boolean().nullish(),
  mode: z.enum(['copy', 'link']).nullish(),
})

/** What an external site sends of an item. */
export const outsideItemSchema = z.strictObject({
  /** The site's own name of the item, the same for every version of it. */
  key: z.string().trim().min(1).max(200),
  /** Where the original is read. */
  url: address,
  /** Code of the receiving site; else the city's. */
  to: z.string().min(1).max(120).optional(),
  collection: z.string().max(60).optional(),
  mode: z.enum(['copy', 'link']).default('copy'),
  locales: z
    .strictObject({ vi: words.optional(), en: words.optional() })
    .refine((value) => value.vi ?? value.en, 'a text is needed'),
  author: line(120).optional(),
  sourceAgency: line(200).optional(),
  publishedAt: z.iso
    .datetime({ offset: true })
    .refine(
      (value) => value >= '1900' && Date.parse(value) < Date.now() + DAY_MS,
      'not a time at which something was published',
    ),
  category: z.number().int().positive().max(2_147_483_647).optional(),
  /** Of an item that is not the site's own: as the feed gave it, or made of the feed item where that had none. */
  origin: origin.nullish(),
  /** The logs it went through, as the feed gave them. */
  hops: hops.optional(),
  /** To the receiving board. */
  note: line(1000).optional(),
})

/** An item of an external site, as its API key sends it. */
export type OutsideItem = z.input<typeof outsideItemSchema>
/** The same, checked, in Unicode NFC. */
export type CheckedItem = z.output<typeof outsideItemSchema>

/**
 * An item from outside, checked.
 *
 * @throws PortalError item_too_large, bad_item (details.fields: path, problem)
 */
export const checkItem = (item: unknown): CheckedItem => {
  const text = JSON.stringify(item) ?? ''
  const most = theOptions().maxOutsideBytes ?? 512 * 1024
  if (Buffer.byteLength(text) > most) throw crossPostingError('item_too_large', { bytes: most })
  if (text.includes(String.raw`\u0000`) || !isWellFormed(item))
    throw crossPostingError('bad_item', { fields: [{ path: '', problem: 'not Unicode text' }] })
  const result = outsideItemSchema.safeParse(item)
  if (result.success) return result.data
  throw crossPostingError('bad_item', {
    fields: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      problem: issue.message,
    })),
  })
}

function nfc(value: string): string {
  return value.normalize('NFC')
}

const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value)
  if (Array.isArray(value)) return value.every(isWellFormed)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isWellFormed)
}
