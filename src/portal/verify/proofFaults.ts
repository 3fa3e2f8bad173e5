import { PortalError } from '#kit/portalError.ts'

/** No release has this hash. */
export const unknownHash = (): PortalError =>
  new PortalError('unknown_hash', 404, {
    vi: 'Cổng chưa từng đăng nội dung nào mang mã này. Xin kiểm tra lại từng ký tự.',
    en: 'Nothing with this hash was ever published here. Please check every character.',
  })

/** What was entered is no SHA-256 hash. */
export const badHash = (): PortalError =>
  new PortalError('bad_hash', 400, {
    vi: 'Mã băm gồm đúng 64 chữ số và chữ cái từ a đến f.',
    en: 'A hash has exactly 64 digits and letters from a to f.',
  })

/** The text of a version that was replaced or withdrawn is not given out. */
export const notPublicNow = (): PortalError =>
  new PortalError('not_public_now', 410, {
    vi: 'Bản mang mã này đã được thay hoặc đã được gỡ nên không tải được.',
    en: 'The version with this hash was replaced or withdrawn; its text is not given out.',
  })
