import type { RequestHandler } from 'express'
import type { Sendable } from '../http/sendAnswer.ts'
import { sendAnswer } from '../http/sendAnswer.ts'
import type { Assets } from './createAssets.ts'

/** `/assets/…`: named by their content, so browsers keep them for ever. */
export const serveAssets = (assets: Assets): RequestHandler => {
  const sendable = new Map<string, Sendable>()
  return (req, res, next) => {
    const found = req.path.startsWith('/assets/') ? assets.find(req.path) : undefined
    if (!found) {
      next()
      return
    }
    let answer = sendable.get(req.path)
    if (!answer) {
      answer = { ...found, etag: '', status: 200 }
      // One entry a colour; a stranger who tries colours must not fill the memory.
      if (sendable.size < 300) sendable.set(req.path, answer)
    }
    if (answer.contentType === 'font/woff2') {
      res.set('cache-control', 'public, max-age=31536000, immutable')
      res.type('font/woff2').send(answer.body)
      return
    }
    sendAnswer(req, res, answer, { caching: 'public, max-age=31536000, immutable' })
  }
}
