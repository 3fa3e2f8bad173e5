import { isDatabaseAway } from '#kit/isDatabaseAway.ts'
import { PortalError } from '#kit/portalError.ts'

/** Any error as a refusal or fault with a status; what is ours is told without its inside. */
export const faultOf = (error: unknown): PortalError => {
  if (error instanceof PortalError) return error
  const { status } = error as { status?: unknown }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new PortalError('bad_request', status, {
      vi: 'Yêu cầu không hợp lệ.',
      en: 'The request is not valid.',
    })
  }
  if (isDatabaseAway(error)) {
    return new PortalError('unavailable', 503, {
      vi: 'Hệ thống đang bận.',
      en: 'The service is busy.',
    })
  }
  return new PortalError('server_error', 500, {
    vi: 'Hệ thống gặp lỗi.',
    en: 'Something went wrong.',
  })
}
