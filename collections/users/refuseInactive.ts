import type { CollectionBeforeLoginHook } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { toApiError } from '#kit/toApiError.ts'

/** An account that was switched off does not sign in. */
export const refuseInactive: CollectionBeforeLoginHook = ({ user, req }) => {
  if (user.isActive !== false) return user
  throw toApiError(
    new PortalError('account_inactive', 403, {
      vi: 'Tài khoản đã ngừng hoạt động. Liên hệ quản trị hệ thống.',
      en: 'This account is switched off. Ask the system administrator.',
    }),
    req.i18n?.language,
  )
}
