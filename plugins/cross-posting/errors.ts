import { refusalsOf } from '#kit/portalError.ts'
import type { Refusal } from '#kit/portalError.ts'

const entries = {
  not_on_board: [
    403,
    'Bạn không thuộc Ban Biên tập của trang này hoặc vai trò của bạn không được làm việc này.',
    'You are not on the board of this site, or your role may not do this.',
  ],
  people_only: [
    403,
    'Chỉ con người trong Ban Biên tập mới được quyết định; tài khoản máy thì không.',
    'Only people decide; machine accounts do not.',
  ],
  not_cross_posted: [
    400,
    'Loại nội dung này không chia sẻ giữa các trang.',
    'This kind of content does not go from site to site.',
  ],
  not_public: [
    409,
    'Nội dung này hiện không công khai trên trang của bạn nên chưa thể gửi sang trang khác.',
    'This is not public on your site now, so it cannot be offered to others.',
  ],
  no_site_chosen: [422, 'Hãy chọn ít nhất một trang để gửi.', 'Choose at least one site.'],
  proposal_missing: [404, 'Không tìm thấy đề nghị đăng này.', 'There is no such proposal.'],
  not_open: [
    409,
    'Đề nghị này không còn chờ: đã được xử lý, thu hồi hoặc thay bằng bản mới hơn.',
    'This proposal is not open any more: it was settled, taken back or replaced by a newer version.',
  ],
  under_review: [
    409,
    'Bài đang nằm trên bàn duyệt; hãy trả lại hoặc từ chối ngay trên trang duyệt.',
    'This is on the review desk; return or refuse it there.',
  ],
  reason_required: [422, 'Cần ghi rõ lý do.', 'A reason is required.'],
  copy_adapted: [
    409,
    'Trang của bạn đã biên tập lại bài này. Hãy giữ bản của mình, hoặc nối lại với bản gốc.',
    'Your site has adapted this item. Keep your own version, or attach it to the original again.',
  ],
  draft_in_progress: [
    409,
    'Có người đang sửa bản sao này. Hãy hoàn tất hoặc bỏ bản nháp, hoặc nối lại với bản gốc.',
    'Somebody is working on the copy. Finish or drop that draft, or attach it to the original again.',
  ],
  not_a_copy: [409, 'Bài này không lấy từ trang khác.', 'This was not taken from another site.'],
  already_attached: [
    409,
    'Bài này vẫn đúng với bản gốc mới nhất nên không có gì để nối lại.',
    'This is the newest text of the original already; there is nothing to attach.',
  ],
  origin_withdrawn: [
    409,
    'Bản gốc đã được gỡ nên không thể lấy về.',
    'The original was withdrawn, so it cannot be taken in.',
  ],
  origin_unreadable: [
    409,
    'Không đọc được nguyên văn bản gốc trong hệ thống này.',
    'The stored text of the original cannot be read on this system.',
  ],
  unknown_category: [
    422,
    'Chuyên mục này không có hoặc chưa được chọn.',
    'There is no such section, or none was chosen.',
  ],
  site_missing: [
    409,
    'Trang nhận không có, đã ngừng hoặc không vận hành trên hệ thống này.',
    'The receiving site does not exist, is switched off or is run elsewhere.',
  ],
  bad_item: [422, 'Bài gửi đến không đúng mẫu.', 'The item is not of the right form.'],
  item_too_large: [413, 'Bài gửi đến quá lớn.', 'The item is too large.'],
  loop: [
    409,
    'Bài này đã đi qua chính trang nhận (xem “origin” và “hops”), nên không nhận lại như bài mới.',
    'This item has gone through the receiving site already (see "origin" and "hops"), so it is not taken for a new one.',
  ],
  too_many_hops: [
    422,
    'Bài này đã đi qua quá nhiều trang. Xin lấy bài từ trang đăng đầu tiên.',
    'This item has gone through too many sites. Please have it from the site that published it first.',
  ],
  too_many_proposals: [
    429,
    'Trang của bạn có quá nhiều bài đang chờ hoặc đã gửi quá nhiều trong một ngày. Xin thử lại sau.',
    'Too many items of your site wait, or were sent within a day. Please try again later.',
  ],
  bad_input: [400, 'Dữ liệu gửi lên không đúng.', 'The input is not valid.'],
} as const satisfies Record<string, Refusal>

/** Every way cross-posting says no. */
export type CrossPostingErrorCode = keyof typeof entries

/** The refusal with its sentence in both languages. */
export const crossPostingError = refusalsOf(entries)
