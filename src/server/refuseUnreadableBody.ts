import express from 'express'
import type { Request, RequestHandler } from 'express'
import { PortalError } from '#kit/portalError.ts'
import { refusal } from './refusals.ts'

const DEEPEST = 100

/**
 * Lets only those bodies through to the API that it can read: a JSON object in valid UTF-8, not nested beyond reason, without keys
 * that reach into prototypes; or a form. The bytes are kept for Payload.
 */
export const refuseUnreadableBody: RequestHandler[] = [
  (req, _res, next) => {
    const isEmpty = Number(req.headers['content-length'] ?? 0) === 0
    const type = req.headers['content-type'] ?? ''
    const isReadable =
      /^(application\/json|multipart\/form-data|application\/x-www-form-urlencoded)(;|$)/i
    next(isEmpty || isReadable.test(type) ? undefined : refusal(415))
  },
  express.raw({ type: 'application/json', limit: '1mb', inflate: false }),
  (req, _res, next) => {
    const raw: unknown = (req as Request & { body: unknown }).body
    if (!Buffer.isBuffer(raw)) {
      next()
      return
    }
    Object.assign(req, { rawBody: raw })
    next(isSound(raw) ? undefined : badJson())
  },
]

const isSound = (raw: Buffer): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw)
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && !text.includes('\\u0000') && isTame(value)
  } catch {
    return false
  }
}

const isTame = (value: unknown): boolean => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false
    const next: unknown[] = []
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue
      if (Object.hasOwn(one, '__proto__') || Object.hasOwn(one, 'constructor')) return false
      for (const inner of Object.values(one)) next.push(inner)
    }
    level = next
  }
  return true
}

const badJson = () =>
  new PortalError('bad_json', 400, {
    vi: 'Nội dung gửi lên không phải JSON hợp lệ.',
    en: 'The body is not valid JSON.',
  })
