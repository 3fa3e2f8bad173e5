import type { Label } from './label.ts'

/**
 * A refusal or fault that people may read and programs may test.
 *
 * @example throw new PortalError('decision_missing', 409, { vi: 'Chưa có quyết định.', en: 'There is no decision.' })
 */
export class PortalError extends Error {
  /** Stable, snake_case, one per cause; listed in the README of the plugin that throws it. */
  readonly code: string
  /** HTTP status. */
  readonly status: number
  /** The sentence for the user, in both languages. */
  readonly messages: Label
  /** What a program may want besides the code, for example the fields that are wrong. Never personal data. */
  readonly details: Record<string, unknown> | undefined

  constructor(code: string, status: number, messages: Label, details?: Record<string, unknown>) {
    super(messages.en)
    this.name = 'PortalError'
    this.code = code
    this.status = status
    this.messages = messages
    this.details = details
  }
}

/** A status and the sentence in Vietnamese and English. */
export type Refusal = readonly [status: number, vi: string, en: string]

/** Makes the refusals of a module out of its table, by their codes. */
export const refusalsOf =
  <Code extends string>(table: Readonly<Record<Code, Refusal>>) =>
  (code: Code, details?: Record<string, unknown>): PortalError => {
    const [status, vi, en] = table[code]
    return new PortalError(code, status, { vi, en }, details)
  }

/** The body every refusal has on the wire: `{ errors: [{ code, message, details? }] }`. */
export const errorBody = (error: PortalError, language: string) => ({
  errors: [
    {
      code: error.code,
      message: language.startsWith('en') ? error.messages.en : error.messages.vi,
      ...(error.details ? { details: error.details } : {}),
    },
  ],
})
