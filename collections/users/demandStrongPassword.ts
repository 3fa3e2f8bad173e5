import type { CollectionBeforeValidateHook } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { toApiError } from '#kit/toApiError.ts'

/** S-9.2.3, H-9.2.3: at least 8 characters with capitals, small letters, digits and special characters. */
export const demandStrongPassword: CollectionBeforeValidateHook = ({ data, req }) => {
  const password: unknown = data?.password
  if (typeof password !== 'string') return data
  const isStrong =
    password.length >= 8 &&
    /\p{Lu}/u.test(password) &&
    /\p{Ll}/u.test(password) &&
    /\d/.test(password) &&
    /[^\p{L}\d\s]/u.test(password)
  if (isStrong) return data
  throw toApiError(
    new PortalError('weak_password', 400, {
      vi: 'Mật khẩu cần ít nhất 8 ký tự, gồm chữ hoa, chữ thường, chữ số và ký tự đặc biệt.',
      en: 'A password needs at least 8 characters with capitals, small letters, digits and special characters.',
    }),
    req.i18n?.language,
  )
}
