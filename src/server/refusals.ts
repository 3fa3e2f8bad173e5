import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { ReadSession } from './readSession.ts'
import { isDatabaseAway } from '#kit/isDatabaseAway.ts'
import { errorBody, PortalError } from '#kit/portalError.ts'
import { showFault } from '#src/portal/pages/showFault.ts'

const known: Record<string, { code: string; vi: string; en: string }> = {
  '400': { code: 'bad_request', vi: 'Yêu cầu không hợp lệ.', en: 'The request is not valid.' },
  '404': { code: 'not_found', vi: 'Không tìm thấy.', en: 'Not found.' },
  '405': {
    code: 'method_not_allowed',
    vi: 'Không hỗ trợ cách gọi này.',
    en: 'This method is not supported.',
  },
  '411': {
    code: 'length_required',
    vi: 'Yêu cầu phải nêu độ dài nội dung.',
    en: 'The request must state the length of its body.',
  },
  '413': { code: 'too_large', vi: 'Nội dung gửi lên quá lớn.', en: 'What you sent is too large.' },
  '414': { code: 'address_too_long', vi: 'Địa chỉ quá dài.', en: 'The address is too long.' },
  '503': {
    code: 'unavailable',
    vi: 'Hệ thống tạm thời chưa phục vụ được. Xin thử lại sau ít phút.',
    en: 'The service is not available for the moment. Please try again in a few minutes.',
  },
  '415': {
    code: 'unsupported_type',
    vi: 'Kiểu nội dung không được hỗ trợ.',
    en: 'This kind of content is not supported.',
  },
}

const SMALL = 1024 * 1024
const UPLOAD = 21 * 1024 * 1024
const DROPPED_AT_MOST = 32 * 1024 * 1024

/** A refusal by HTTP status, with its stable code and a sentence in both languages. */
export const refusal = (status: number): PortalError => {
  const { code, vi, en } = known[String(status)] ?? {
    code: 'server_error',
    vi: 'Hệ thống gặp lỗi; chúng tôi đã ghi nhận. Xin thử lại sau.',
    en: 'Something went wrong on our side and was recorded. Please try again later.',
  }
  return new PortalError(code, status, { vi, en })
}

const LONGEST_ADDRESS = 8000

/** An address that cannot be meant: broken percent-encoding, NUL bytes, absurd length. */
export const isBrokenAddress = (url: string): boolean => {
  if (url.length > LONGEST_ADDRESS) return true
  try {
    return decodeURIComponent(url.replaceAll('+', ' ')).includes('\0')
  } catch {
    return true
  }
}

/** Refuses what `isBrokenAddress`, and a Host that names none. */
export const refuseBrokenAddress: RequestHandler = (req, _res, next) => {
  const isHost = URL.canParse(`http://${req.headers.host ?? 'localhost'}`)
  if (isHost && !isBrokenAddress(req.originalUrl)) next()
  else next(refusal(req.originalUrl.length > LONGEST_ADDRESS ? 414 : 400))
}

/** Refuses bodies that say they are larger than any form, or an upload of the signed-in, may be. */
export const refuseHugeBody =
  (readSession: ReadSession): RequestHandler =>
  async (req, _res, next) => {
    const length = Number(req.headers['content-length'] ?? 0)
    const isUpload = (req.headers['content-type'] ?? '').startsWith('multipart/form-data')
    // A body of unknown length could grow past every limit while it is read.
    if (
      req.headers['transfer-encoding'] !== undefined &&
      req.headers['content-length'] === undefined
    ) {
      next(refusal(411))
      return
    }
    const mayUpload = isUpload && length > SMALL && (await readSession(req.headers)) !== undefined
    next(length > (mayUpload ? UPLOAD : SMALL) ? refusal(413) : undefined)
  }

/** The last word on every fault: a status, a code and a sentence, for browsers as a page; details only in the log. */
export const answerFaults =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const fault = error instanceof PortalError ? error : refusal(statusOf(error))
    if (fault.status === 503) res.set('retry-after', '5')
    const isStarting = error instanceof PortalError && fault.status === 503
    if (fault.status >= 500 && !isStarting)
      logger.error({ err: error, reqId: req.id }, 'server: request failed')
    const language = String(req.headers['accept-language'] ?? 'vi')
    // Up to a point the rest is read and dropped: a client that is cut off while it writes never sees the answer.
    if (Number(req.headers['content-length'] ?? 0) > DROPPED_AT_MOST) {
      res.setHeader('connection', 'close')
    }
    res.status(fault.status)
    res.set('cache-control', 'no-store')
    if (/^\/(api|feeds|readyz|healthz)/.test(req.path)) res.json(errorBody(fault, language))
    else res.type('html').send(showFault(fault, req.path))
  }

const statusOf = (error: unknown): number => {
  const { status = 500 } = error as { status?: number }
  if (status >= 400 && status < 500) return status
  return isDatabaseAway(error) ? 503 : 500
}
