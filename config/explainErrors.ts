import type { AfterErrorHook } from 'payload'
import { isDatabaseAway } from '#kit/isDatabaseAway.ts'

type Known = { code: string; status?: number; vi?: string; en?: string }

/** Payload's own errors by name. */
const byName: Record<string, Known> = {
  AuthenticationError: { code: 'wrong_login' },
  LockedAuth: { code: 'account_locked' },
  MissingFile: { code: 'missing_file' },
  FileUploadError: { code: 'bad_file' },
  NotFound: { code: 'not_found' },
  QueryError: { code: 'bad_query' },
  UnauthorizedError: { code: 'not_signed_in' },
  UnverifiedEmail: { code: 'email_unverified' },
  ValidationError: { code: 'invalid_fields' },
}

const badValue: Known = {
  code: 'bad_value',
  status: 400,
  vi: 'Có giá trị không đúng kiểu hoặc quá lớn.',
  en: 'A value is of the wrong kind or too large.',
}
const badQuery: Known = {
  code: 'bad_query',
  status: 400,
  vi: 'Yêu cầu hỏi đến trường không có.',
  en: 'The request asks for a field that is not there.',
}
const badForm: Known = {
  code: 'bad_form',
  status: 400,
  vi: 'Biểu mẫu gửi lên không đọc được.',
  en: 'The form that was sent cannot be read.',
}
const bulkEdit: Known = {
  code: 'bulk_edit_refused',
  vi: 'Không sửa hàng loạt: mỗi nội dung được sửa thành bản nháp và trình duyệt riêng.',
  en: 'Nothing is edited in bulk: each document is edited as a draft and submitted by itself.',
}
const unavailable: Known = {
  code: 'unavailable',
  status: 503,
  vi: 'Hệ thống tạm thời chưa phục vụ được. Xin thử lại sau ít phút.',
  en: 'The service is not available for the moment. Please try again in a few minutes.',
}
/** What remains, by HTTP status. */
const byStatus: Record<number, Known> = {
  400: { code: 'bad_request' },
  401: { code: 'not_signed_in' },
  403: { code: 'forbidden' },
  404: { code: 'not_found' },
  413: { code: 'too_large' },
  415: { code: 'unsupported_type' },
  423: { code: 'being_edited' },
}

/**
 * Gives every error of Payload's API a stable code beside its sentence, and calls what the caller got wrong a 400: values the
 * database cannot take.
 */
export const explainErrors: AfterErrorHook = ({ error, graphqlResult, req, result }) => {
  const cause = (error as { originalError?: Error }).originalError ?? error
  const known = knownOf(cause, Boolean(req.user))
  if (!known) return undefined
  const [first] = (result as { errors?: { message?: string }[] } | undefined)?.errors ?? []
  const sentence = req.i18n?.language === 'en' ? known.en : known.vi
  if (graphqlResult) {
    const extensions = { ...graphqlResult.extensions, code: known.code }
    const message = sentence ?? graphqlResult.message
    return { graphqlResult: { ...graphqlResult, message, extensions } }
  }
  const message = sentence ?? first?.message
  const coded = { ...first, code: known.code, message } // `code` is more than Payload's type knows
  return {
    response: { errors: [coded] },
    ...(known.status ? { status: known.status } : {}),
  }
}

const knownOf = (error: Error, isSignedIn: boolean): Known | undefined => {
  const { status, data } = error as { status?: number; data?: { code?: string } | null }
  if (data?.code) return { code: data.code }
  if (error.name === 'Forbidden') return { code: isSignedIn ? 'forbidden' : 'not_signed_in' }
  const named = byName[error.name]
  if (named) return named
  if (isDatabaseAway(error)) return unavailable
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown }
    if (typeof code !== 'string') continue
    if (/^22...$/.test(code)) return badValue
  }
  if (error.message.endsWith('has disabled bulk edit')) return bulkEdit
  if (error.message.startsWith('Cannot find field for path')) return badQuery
  if (
    error instanceof SyntaxError ||
    /^(Malformed|Multipart|Unexpected end of)/.test(error.message)
  ) {
    return badForm // busboy's words, and JSON within a form
  }
  return status === undefined ? undefined : byStatus[status]
}
