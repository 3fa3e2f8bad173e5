import { PortalError } from '#kit/portalError.ts'

type Entry = { status: number; vi: string; en: string }

const entries = {
  decision_no_longer_matches: {
    status: 409,
    vi: 'Quyết định không còn khớp với nội dung: nội dung đã thay đổi sau khi trình duyệt.',
    en: 'The decision no longer matches the content: it has changed since it was submitted.',
  },
  decision_already_used: {
    status: 409,
    vi: 'Quyết định này đã được thi hành; mỗi quyết định chỉ dùng một lần.',
    en: 'This decision has already been carried out; a decision is used once.',
  },
  decision_missing: {
    status: 404,
    vi: 'Không tìm thấy quyết định của Ban Biên tập.',
    en: 'There is no such decision of the editorial board.',
  },
  may_not_decide: {
    status: 403,
    vi: 'Người quyết định không giữ vai trò đó trong Ban Biên tập của trang này vào ngày quyết định.',
    en: 'Whoever decided does not hold that role on the board of this site on the day of the decision.',
  },
  mandate_not_in_force: {
    status: 403,
    vi: 'Văn bản uỷ quyền không còn hiệu lực hoặc không bao gồm nội dung này.',
    en: 'The mandate is not in force, or does not cover this item.',
  },
  decision_revoked: {
    status: 409,
    vi: 'Quyết định này đã được rút lại.',
    en: 'This decision was taken back.',
  },
  on_hold: {
    status: 409,
    vi: 'Nội dung đang bị tạm dừng theo yêu cầu pháp lý nên không được đăng hay sửa.',
    en: 'The item is under a legal hold: it is neither published nor changed.',
  },
  no_consent: {
    status: 403,
    vi: 'Ban Biên tập của trang nhận chưa có văn bản đồng ý nhận nội dung từ trang này.',
    en: 'The board of the receiving site has given no such consent to items of this site.',
  },
  consent_not_in_force: {
    status: 403,
    vi: 'Văn bản đồng ý của Ban Biên tập nhận chưa có hiệu lực, đã hết hiệu lực hoặc đã bị thu hồi.',
    en: 'The consent of the receiving board is not in force yet, has expired or was revoked.',
  },
  consent_not_covering: {
    status: 403,
    vi: 'Văn bản đồng ý của Ban Biên tập nhận không bao gồm nội dung này hoặc việc này.',
    en: 'The consent of the receiving board does not cover this item, or not this use of it.',
  },
  copy_differs: {
    status: 409,
    vi: 'Bản nhận không giống bản gốc đã đăng; Ban Biên tập của trang nhận cần quyết định riêng.',
    en: 'The copy is not what its origin released; the receiving board has to decide on it.',
  },
  copy_adapted: {
    status: 409,
    vi: 'Bản đang đăng đã được trang nhận biên tập lại nên không được thay tự động.',
    en: 'What is public was adapted by the receiving site, so it is not replaced without a decision.',
  },
  withdrawn_here: {
    status: 409,
    vi: 'Ban Biên tập của trang nhận đã gỡ nội dung này; chỉ quyết định của Ban mới đăng lại.',
    en: 'The receiving board withdrew this item itself; only its decision makes it public again.',
  },
  origin_missing: {
    status: 409,
    vi: 'Không tìm thấy bản phát hành tương ứng ở trang gốc của nội dung này.',
    en: 'There is no such release at the site this item came from.',
  },
  origin_stale: {
    status: 409,
    vi: 'Trang gốc đã phát hành bản mới hơn của nội dung này.',
    en: 'The site this item came from has released a newer version since.',
  },
  origin_withdrawn: {
    status: 409,
    vi: 'Sau quyết định này, trang gốc đã gỡ nội dung; cần quyết định lại.',
    en: 'Since this decision the site it came from has withdrawn the item; decide anew.',
  },
  decision_not_due: {
    status: 409,
    vi: 'Chưa đến thời điểm đăng ghi trong quyết định.',
    en: 'The time set in the decision has not come yet.',
  },
  nothing_to_withdraw: {
    status: 409,
    vi: 'Nội dung này hiện không được đăng, không có gì để gỡ.',
    en: 'This document is not public, so there is nothing to withdraw.',
  },
  document_moved: {
    status: 409,
    vi: 'Nội dung đang được đăng ở một trang khác; cần gỡ ở đó trước.',
    en: 'The document is public at another site; withdraw it there first.',
  },
  not_governed: {
    status: 400,
    vi: 'Loại nội dung này không thuộc diện Ban Biên tập quyết định.',
    en: 'Documents of this kind are not decided by an editorial board.',
  },
  document_missing: {
    status: 404,
    vi: 'Không tìm thấy nội dung.',
    en: 'There is no such document.',
  },
  invalid_content: {
    status: 422,
    vi: 'Nội dung chưa đủ để trình duyệt: có mục còn thiếu hoặc chưa đúng.',
    en: 'The document cannot be submitted yet: some fields are missing or wrong.',
  },
  file_missing: {
    status: 409,
    vi: 'Không đọc được một tệp của nội dung; hãy tải tệp lên lại.',
    en: 'A file of the document cannot be read; please upload it again.',
  },
  release_not_confirmed: {
    status: 503,
    vi: 'Không xác nhận được việc đăng trong cơ sở dữ liệu; hãy thử lại.',
    en: 'The release could not be confirmed in the database; please try again.',
  },
  guard_refused: {
    status: 403,
    vi: 'Nội dung đang đăng chỉ thay đổi theo quyết định của Ban Biên tập.',
    en: 'What is public changes only by a decision of the editorial board.',
  },
  publish_refused: {
    status: 403,
    vi: 'Việc đăng, sửa trực tiếp hay hạ nội dung cần quyết định của Ban Biên tập; hãy lưu bản nháp và trình duyệt.',
    en: 'Publishing, editing in place and unpublishing need a decision of the editorial board; save a draft and submit it.',
  },
  delete_refused: {
    status: 403,
    vi: 'Nội dung đã từng được đăng không được xóa; hãy trình gỡ bài.',
    en: 'What has ever been released is never deleted; ask the board to withdraw it.',
  },
  file_in_use: {
    status: 403,
    vi: 'Tệp này thuộc nội dung đã trình duyệt hoặc đã đăng nên không được xóa hay thay; hãy tải lên tệp mới.',
    en: 'This file belongs to something submitted or released, so it is neither deleted nor replaced; upload a new one.',
  },
} satisfies Record<string, Entry>

/** Every way the release log says no. */
export type ReleaseErrorCode = keyof typeof entries

/** The refusal with its sentence in both languages. */
export const releaseError = (
  code: ReleaseErrorCode,
  details?: Record<string, unknown>,
): PortalError => {
  const { status, vi, en } = entries[code]
  return new PortalError(code, status, { vi, en }, details)
}

/** Finds the refusal the database raised below drizzle's and Payload's wrappings; other errors come back as they are. */
export const fromDatabase = (error: unknown): unknown => {
  const seen = databaseError(error)
  if (!seen) return error
  if (seen.code === '42501') return releaseError('guard_refused')
  if (seen.code === '23505' && seen.constraint === 'releases_decision') {
    return releaseError('decision_already_used')
  }
  return seen.message in entries ? releaseError(seen.message as ReleaseErrorCode) : error
}

type DatabaseError = { code: string; message: string; constraint?: string }

const databaseError = (error: unknown): DatabaseError | undefined => {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as Error & { code?: unknown }
    // pg's error carries its SQLSTATE
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code))
      return one as unknown as DatabaseError
  }
  return undefined
}
