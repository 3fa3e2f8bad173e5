import { z } from 'zod'

const time = z.iso.datetime()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** An item of the feed, as `toFeedItem` makes it. */
export const feedItemSchema = z.object({
  seq: z.int().min(1),
  kind: z.enum(['publish', 'update', 'correct', 'withdraw']),
  isCorrection: z.boolean(),
  isSuperseded: z.boolean(),
  isEmergency: z.boolean(),
  collection: z.string(),
  id: z.int(),
  title: z.string().nullable(),
  category: z.int().nullable(),
  contentKind: z.string().nullable(),
  locales: z.array(z.string()),
  url: z.url().nullable(),
  canonicalUrl: z.url().nullable(),
  releasedAt: time,
  embargoUntil: time.nullable(),
  expiresAt: time.nullable(),
  attribution: z
    .object({
      author: z.string().nullable(),
      sourceAgency: z.string().nullable(),
      site: z.string(),
      firstPublishedAt: time,
    })
    .nullable(),
  license: z.url().nullable(),
  origin: z
    .object({
      site: z.string(),
      siteName: z.string().nullable(),
      collection: z.string().nullable(),
      item: z.string().nullable(),
      seq: z.int().nullable(),
      sha256: z.string().nullable(),
      url: z.string().nullable(),
      publishedAt: z.string().nullable(),
      hops: z.array(z.string()),
      isAdapted: z.boolean(),
      mode: z.enum(['copy', 'link']),
    })
    .nullable(),
  hops: z.array(z.string()),
  reasonCode: z.string().nullable(),
  explanation: z.string().nullable(),
  redirectTo: z.string().nullable(),
  media: z.array(z.object({ url: z.url(), sha256: hash, type: z.string(), length: z.int() })),
  sha256: hash.nullable(),
  body: z.string().nullable(),
  disposition: z.enum(['publish', 'update', 'withdraw', 'propose']).optional(),
})

/** A page of the feed. */
export const feedPageSchema = z.object({
  version: z.literal(2),
  site: z.string(),
  after: z.int(),
  next: z.int(),
  isComplete: z.boolean(),
  items: z.array(feedItemSchema),
})
