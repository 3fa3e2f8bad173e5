import express from 'express'
import type { RequestHandler } from 'express'

/**
 * Reads the body of a log-in attempt so that attempts can be counted by account, and keeps its bytes for Payload.
 */
export const readLogin: RequestHandler[] = [
  express.raw({ type: () => true, limit: '64kb' }),
  (req, _res, next) => {
    const raw: unknown = req.body
    if (Buffer.isBuffer(raw)) {
      Object.assign(req, { rawBody: raw })
      req.body = emailIn(raw.toString('utf8'), String(req.headers['content-type'] ?? ''))
    }
    next()
  },
]

/** JSON as programs send it, or Payload's own form, whose `_payload` part is JSON. */
const emailIn = (text: string, type: string): { email?: unknown } => {
  const json = type.includes('json') ? text : (/\{[^]*\}/.exec(text)?.[0] ?? '')
  try {
    const parsed = JSON.parse(json) as unknown
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {}
  }
}
