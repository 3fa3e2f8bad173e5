import type { Request } from 'express'
import { PortalError } from '#kit/portalError.ts'

const MAX_BYTES = 64 * 1024

/**
 * A form as it was sent from a page of this very host.
 *
 * @throws PortalError foreign_form, unsupported_type, too_large, bad_request (broken UTF-8)
 */
export const readForm = async (req: Request): Promise<URLSearchParams> => {
  demandOwnOrigin(req)
  if (!/^application\/x-www-form-urlencoded\b/.test(req.headers['content-type'] ?? '')) {
    throw refusals.unsupported_type()
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size <= MAX_BYTES) chunks.push(chunk as Buffer)
  }
  if (size > MAX_BYTES) throw refusals.too_large()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    if (decodeURIComponent(text.replaceAll('+', ' ')).includes('\0')) throw new Error('NUL')
    return new URLSearchParams(text)
  } catch {
    throw refusals.bad_request()
  }
}

const demandOwnOrigin = (req: Request) => {
  const from = req.headers['sec-fetch-site']
  if (from !== undefined && from !== 'same-origin') throw refusals.foreign_form()
  const { origin } = req.headers
  if (origin !== undefined && URL.parse(origin)?.host !== req.headers.host) {
    throw refusals.foreign_form()
  }
}

const refusals = {
  foreign_form: () =>
    new PortalError('foreign_form', 403, {
      vi: 'Mẫu này phải được gửi từ chính trang của Cổng.',
      en: 'This form has to be sent from the portal itself.',
    }),
  unsupported_type: () =>
    new PortalError('unsupported_type', 415, {
      vi: 'Kiểu nội dung không được hỗ trợ.',
      en: 'This kind of content is not supported.',
    }),
  too_large: () =>
    new PortalError('too_large', 413, {
      vi: 'Nội dung gửi lên quá lớn.',
      en: 'What you sent is too large.',
    }),
  bad_request: () =>
    new PortalError('bad_request', 400, {
      vi: 'Nội dung gửi lên không đọc được.',
      en: 'What you sent cannot be read.',
    }),
}
