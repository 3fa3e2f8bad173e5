const vi = {
  mandatesIntro:
    'Khi vắng mặt, Trưởng Ban uỷ quyền cho Phó Trưởng Ban hoặc thành viên ký thay. Người được uỷ quyền không uỷ quyền lại.',
  noMandates: 'Chưa có uỷ quyền nào.',
  mandateNow: 'Đang có hiệu lực',
  mandateComing: 'Sắp có hiệu lực',
  mandateEnded: 'Đã hết hiệu lực ({n})',
  columnDelegate: 'Người ký thay',
  columnScope: 'Phạm vi',
  forHead: 'thay {name}',
  wholeScope: 'Toàn bộ nội dung',
  granted: '{name} ghi',
  stopped: 'Chấm dứt lúc {at} ({by}): {reason}',
  grant: 'Uỷ quyền',
  grantTitle: 'Ghi việc uỷ quyền',
  grantEffect:
    'Trong thời hạn và phạm vi này, người được uỷ quyền quyết định thay Trưởng Ban; mỗi quyết định đều ghi rõ là theo uỷ quyền.',
  grantDone: 'Đã ghi uỷ quyền.',
  grantNobody: 'Ban chưa có Phó Trưởng Ban hoặc thành viên nào để uỷ quyền.',
  principal: 'Trưởng Ban uỷ quyền',
  delegate: 'Người được uỷ quyền',
  mandateDocument: 'Văn bản uỷ quyền',
  mandateDocumentHint: 'Số và ngày, ví dụ: 12/GUQ-BBT ngày 24/11/2026.',
  stop: 'Chấm dứt',
  stopTitle: 'Chấm dứt uỷ quyền cho {name}',
  stopEffect:
    'Người này thôi ký thay ngay. Quyết định đang chờ đến giờ đăng theo uỷ quyền này sẽ không được thi hành.',
  stopReason: 'Lý do',
  stopDone: 'Đã chấm dứt uỷ quyền.',
}

/** Texts about mandates of a board. */
export type MandateWords = typeof vi

const en: MandateWords = {
  mandatesIntro:
    'An absent head lets a deputy or member sign for the head. Whoever holds a mandate does not pass it on.',
  noMandates: 'There is no mandate yet.',
  mandateNow: 'In force',
  mandateComing: 'Coming',
  mandateEnded: 'Over ({n})',
  columnDelegate: 'Who signs',
  columnScope: 'Scope',
  forHead: 'for {name}',
  wholeScope: 'Everything',
  granted: 'entered by {name}',
  stopped: 'Ended at {at} ({by}): {reason}',
  grant: 'Give a mandate',
  grantTitle: 'Enter a mandate',
  grantEffect:
    'In these days and this scope the delegate decides for the head; every decision says that it was taken under the mandate.',
  grantDone: 'The mandate is entered.',
  grantNobody: 'The board has no deputy or member to give a mandate to.',
  principal: 'Head',
  delegate: 'Delegate',
  mandateDocument: 'Written mandate',
  mandateDocumentHint: 'Number and date, such as 12/GUQ-BBT of 24 November 2026.',
  stop: 'End',
  stopTitle: 'End the mandate of {name}',
  stopEffect:
    'The delegate stops signing at once. Decisions that wait for their time under this mandate will not be carried out.',
  stopReason: 'Reason',
  stopDone: 'The mandate has ended.',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const mandateWords = (language: string): MandateWords => (language === 'en' ? en : vi)
