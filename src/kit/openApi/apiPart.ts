import type { z } from 'zod'
import type { Label } from '../label.ts'

/** A parameter of an operation; its example is asked for in tests. */
export type ApiParameter = {
  name: string
  in: 'path' | 'query' | 'header'
  about: Label
  schema: z.ZodType
  example?: string | number
  /** @default whether it stands in the path */
  isRequired?: boolean
}

/** An answer, by its kind of content and its shape; an XML or HTML answer has none. */
export type ApiAnswer = {
  about: Label
  contentType?: string
  schema?: z.ZodType
  example?: unknown
}

/** Something anybody, or a site with its key, may ask. */
export type ApiOperation = {
  method: 'get' | 'post'
  /** With parameters in braces: `/feeds/{site}`. */
  path: string
  /** Stable, camelCase. */
  id: string
  title: Label
  about?: Label
  parameters?: readonly ApiParameter[]
  body?: { contentType: string; schema: z.ZodType; example: unknown }
  answers: Readonly<Record<number, ApiAnswer>>
  /** Whether it is asked with a site's key. @default anybody may, without one */
  key?: 'needed' | 'optional'
}

/** A message this installation sends. */
export type ApiWebhook = {
  id: string
  title: Label
  about: Label
  schema: z.ZodType
  example: unknown
}

/** The operations of a plugin, beside whose handlers it lives. */
export type ApiPart = {
  /** Stable; the tag of its operations. */
  name: string
  title: Label
  about: Label
  operations: readonly ApiOperation[]
  webhooks?: readonly ApiWebhook[]
}
