import { PortalError, refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'
import type { Sql } from '#kit/transaction.ts'
import type { Review, ReviewState } from './store.ts'
import { zone } from './verbs/dayOf.ts'

const entries = {
  not_a_member: [
    403,
    'Bạn không thuộc Ban Biên tập của trang này hoặc vai trò của bạn không được làm việc này.',
    'You are not on the board of this site, or your role may not do this.',
  ],
  not_waiting: [
    409,
    'Nội dung này không còn chờ duyệt: đã được quyết định, trả lại hoặc rút về.',
    'This is not waiting any more: it was decided, returned or recalled.',
  ],
  own_work: [
    403,
    'Người trình hoặc đã sửa nội dung này không tự duyệt; cần một người khác trong Ban Biên tập.',
    'Nobody approves what he submitted or wrote in himself; another person of the board is needed.',
  ],
  already_voted: [
    409,
    'Bạn đã cho ý kiến về nội dung này ở bước này.',
    'You have already given your vote at this step.',
  ],
  already_decided: [
    409,
    'Nội dung này đã được duyệt và đang chờ đến giờ đăng.',
    'This was approved already and waits for its time.',
  ],
  not_decided: [
    409,
    'Không có quyết định nào đang chờ thi hành.',
    'There is no decision that waits to be carried out.',
  ],
  overtaken: [
    409,
    'Sau quyết định này, nội dung đã được đăng bản khác hoặc đã được gỡ; cần trình và duyệt lại.',
    'Since this decision another version was released, or the item was withdrawn; submit it anew.',
  ],
  bad_time: [
    422,
    'Thời điểm đăng phải ở sau thời điểm hiện tại.',
    'The time of publication has to be in the future.',
  ],
  already_bundled: [
    409,
    'Có nội dung đã thuộc một gói khác.',
    'One of these belongs to another bundle already.',
  ],
  not_bundled: [409, 'Nội dung này không thuộc gói nào.', 'This does not belong to a bundle.'],
  already_on_hold: [
    409,
    'Nội dung này đang bị tạm dừng theo yêu cầu pháp lý.',
    'This is already under a legal hold.',
  ],
  not_on_hold: [409, 'Nội dung này không bị tạm dừng.', 'There is no legal hold on this.'],
  reason_not_in_force: [
    422,
    'Bản tin khẩn cấp phải nêu lý do có trong danh mục đang có hiệu lực.',
    'An emergency names a reason of the list in force.',
  ],
  review_missing: [
    404,
    'Không tìm thấy nội dung phát khẩn này.',
    'There is no such emergency release.',
  ],
  already_reviewed: [
    409,
    'Nội dung phát khẩn này đã được hậu kiểm.',
    'This emergency release was reviewed already.',
  ],
  bad_flow: [
    422,
    'Quy trình chưa đúng: bước cuối phải là Ban Biên tập duyệt, mỗi bước cần người làm, số phiếu và thời hạn.',
    'The flow is not valid: its last step must be an approval by the board, and every step needs actors, a quorum and a limit.',
  ],
  not_a_registrar: [
    403,
    'Chỉ người được giao lập danh sách Ban Biên tập mới được làm việc này.',
    'Only those who keep the register of boards may do this.',
  ],
  not_about_oneself: [
    403,
    'Không ai tự bổ nhiệm, tự thay đổi vai trò hoặc tự xác nhận cho mình.',
    'Nobody appoints, promotes or confirms himself.',
  ],
  second_person_missing: [
    403,
    'Trưởng Ban, Phó Trưởng Ban và thành viên chỉ được ghi vào danh sách khi có người thứ hai xác nhận.',
    'A head, deputy or member is entered only with the confirmation of a second person.',
  ],
  principal_not_head: [
    422,
    'Chỉ Trưởng Ban theo quyết định bổ nhiệm mới uỷ quyền; người được uỷ quyền không uỷ quyền lại.',
    'Only a head by appointment gives a mandate; whoever holds one does not pass it on.',
  ],
  delegate_not_on_board: [
    422,
    'Người được uỷ quyền phải là Phó Trưởng Ban hoặc thành viên của chính Ban Biên tập này.',
    'A mandate is given to a deputy or a member of the same board.',
  ],
  bad_days: [
    422,
    'Ngày không đúng: cần ngày bắt đầu, và ngày kết thúc không sớm hơn.',
    'The days are not valid: a first day is needed, and the last is not before it.',
  ],
  proposal_missing: [
    404,
    'Không tìm thấy đề nghị này, hoặc đã được giải quyết.',
    'There is no such proposal, or it was settled.',
  ],
  appointment_missing: [
    404,
    'Không tìm thấy việc bổ nhiệm hoặc uỷ quyền này, hoặc đã kết thúc.',
    'There is no such appointment or mandate, or it has ended.',
  ],
  consent_missing: [
    404,
    'Không tìm thấy văn bản đồng ý này, hoặc đã được thu hồi.',
    'There is no such consent, or it was revoked.',
  ],
  not_incoming: [
    422,
    'Nội dung này không phải nội dung nhận từ trang khác.',
    'This was not taken in from another site.',
  ],
  origin_missing: [
    409,
    'Không tìm thấy bản phát hành tương ứng ở trang gốc của nội dung này.',
    'There is no such release at the site this item came from.',
  ],
  changed_since: [
    409,
    'Nội dung đã được sửa sau khi trình; người trình cần trình lại bản mới.',
    'The content changed after it had been submitted; the new version has to be submitted.',
  ],
  reason_required: [422, 'Cần ghi rõ lý do.', 'A reason is required.'],
  ground_not_in_force: [
    422,
    'Căn cứ từ chối không có trong danh mục đang có hiệu lực.',
    'This ground of refusal is not on the list in force.',
  ],
  not_an_emergency: [
    422,
    'Chỉ bản tin khẩn cấp mới phát ngay không qua duyệt trước.',
    'Only an emergency bulletin is released at once.',
  ],
  not_public: [
    409,
    'Nội dung này hiện không công khai nên không có gì để gỡ.',
    'This is not public, so there is nothing to withdraw.',
  ],
  submission_missing: [
    404,
    'Không tìm thấy nội dung trình duyệt này.',
    'There is no such submission.',
  ],
  people_only: [
    403,
    'Chỉ con người trong Ban Biên tập mới được quyết định; tài khoản máy thì không.',
    'Only people decide; machine accounts do not.',
  ],
  bad_input: [400, 'Dữ liệu gửi lên không đúng.', 'The input is not valid.'],
} as const satisfies Record<string, Refusal>

/** Every way the editorial board says no. */
export type BoardErrorCode = keyof typeof entries

/** The refusal with its sentence in both languages. */
export const boardError = refusalsOf(entries)

/** The refusals that the database of boards raises, found below whatever wraps them; other errors come back as they are. */
export const fromBoardDatabase = (error: unknown): unknown => {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    const { code, message } = one as Error & { code?: unknown }
    if (typeof code === 'string' && /^CL\d{3}$/.test(code) && message in entries)
      return boardError(message as BoardErrorCode)
  }
  return error
}

const ends: Record<Exclude<ReviewState, 'submitted'>, [string, string]> = {
  decided: ['duyệt, đang chờ đến giờ đăng', 'approved, and waits for its time'],
  approved: ['duyệt và công khai', 'approved and is public'],
  lapsed: [
    'duyệt nhưng không đăng được khi đến giờ',
    'approved, but could not be released in its time',
  ],
  returned: ['trả lại để làm rõ', 'returned for clarification'],
  refused: ['từ chối đăng', 'refused'],
  recalled: ['rút về', 'recalled'],
  superseded: ['thay bằng một bản trình mới hơn', 'replaced by a newer submission'],
}

/** `not_waiting` with what happened in the meantime: by whom, and when (`details`: state, by, at). */
export const notWaiting = async (sql: Sql, review: Review): Promise<PortalError> => {
  const { rows } = await sql.query<{ state: ReviewState; by: string | null; at: string | null }>(
    `select r.state, a.name as by, to_json(r.decided_at) #>> '{}' as at
     from editorial.reviews r left join editorial.accounts a on a.person = r.decided_by where r.submission_id = $1::uuid`,
    [review.submissionId],
  )
  const [now] = rows
  if (!now || now.state === 'submitted') return boardError('not_waiting')
  const [vi, en] = ends[now.state]
  const time = now.at
    ? new Intl.DateTimeFormat('en-GB', {
        timeZone: zone(),
        hour: '2-digit',
        minute: '2-digit',
        day: '2-digit',
        month: '2-digit',
      }).format(new Date(now.at))
    : ''
  return new PortalError(
    'not_waiting',
    409,
    {
      vi: `Nội dung này không còn chờ duyệt: đã được ${vi}${now.by ? ` (${now.by}${time ? `, ${time}` : ''})` : ''}.`,
      en: `This is not waiting any more: it was ${en}${now.by ? ` (${now.by}${time ? `, ${time}` : ''})` : ''}.`,
    },
    { state: now.state, by: now.by, at: now.at },
  )
}
