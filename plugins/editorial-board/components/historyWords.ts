const vi = {
  nothing: 'Chưa có diễn biến nào.',
  clock: 'Hệ thống, đúng giờ đã định',
  acting: '{name}, thay mặt Trưởng Ban {head} theo {document}',
  noDocument: 'giấy uỷ quyền',
  atStep: 'Bước: {step}',
  reason: 'Lý do: {text}',
  reasons: {
    error: 'có sai sót',
    expired: 'hết thời hạn đăng',
    law: 'theo yêu cầu của pháp luật hoặc cơ quan có thẩm quyền',
    privacy: 'bảo vệ thông tin cá nhân',
    confirmed: 'xác nhận phát khẩn là đúng',
    objected: 'phản đối việc phát khẩn',
    cancelled: 'đã rút lại quyết định',
    on_hold: 'đang tạm dừng theo yêu cầu pháp lý',
    overtaken: 'đã đăng bản khác hoặc đã gỡ trước giờ hẹn',
    mandate_not_in_force: 'giấy uỷ quyền không còn hiệu lực',
    may_not_decide: 'người duyệt không còn thẩm quyền',
    decision_revoked: 'quyết định đã được rút lại',
    origin_withdrawn: 'trang gốc đã gỡ nội dung',
  },
}

/** Texts of a document's history. */
export type HistoryWords = typeof vi

const en: HistoryWords = {
  nothing: 'Nothing has happened yet.',
  clock: 'The clock, at the time that was set',
  acting: '{name}, for the head {head} by {document}',
  noDocument: 'a written mandate',
  atStep: 'Step: {step}',
  reason: 'Reason: {text}',
  reasons: {
    error: 'it contains an error',
    expired: 'its time is over',
    law: 'required by law or a competent authority',
    privacy: 'personal data have to be protected',
    confirmed: 'the emergency release was right',
    objected: 'objection to the emergency release',
    cancelled: 'the decision was taken back',
    on_hold: 'a legal hold stands on it',
    overtaken: 'another version was released, or it was withdrawn, before',
    mandate_not_in_force: 'the mandate is not in force any more',
    may_not_decide: 'whoever approved it may not decide any more',
    decision_revoked: 'the decision was taken back',
    origin_withdrawn: 'the site it came from has withdrawn it',
  },
}

/** The history's texts in the language of the admin; Vietnamese unless it is English. */
export const historyWords = (language: string): HistoryWords => (language === 'en' ? en : vi)
