const vi = {
  panel: 'Đăng chéo',
  from: 'Lấy từ {site}',
  attached: 'Đúng với bản gốc',
  attachedHint: 'Bản gốc thay đổi thì được báo, hoặc tự cập nhật nếu có văn bản đồng ý.',
  adaptedHint: 'Bản gốc thay đổi thì chỉ được báo, không tự thay vào.',
  remoteNewer: 'Bản gốc đã cập nhật lúc {at}.',
  seeDiff: 'Xem thay đổi',
  remoteGone: 'Bản gốc đã được gỡ.',
  reviewNow: 'Bản mới đang trên bàn duyệt.',
  offer: 'Đăng chéo',
  offerTitle: 'Gửi bài này cho các trang',
  offerEffect:
    'Bài vào mục “Gửi đến” của từng trang; Ban Biên tập của trang đó quyết định. Trang có văn bản đồng ý thì bài lên ngay.',
  propose: 'Đề nghị đăng lên Cổng Thành phố',
  proposeEffect:
    'Ban Biên tập Cổng Thành phố xem xét rồi nhận hoặc trả lại kèm lý do; bạn theo dõi ở đây và ở mục “Đã gửi”.',
  offerNote: 'Lời nhắn, nếu có',
  offerMode: 'Gợi ý đăng',
  offerSites: 'Gửi tới',
  offerSearch: 'Tìm trang theo tên',
  offerAll: 'Chọn cả {n} trang đang hiện',
  offerChosen: 'Đã chọn {n} trang',
  offerNone: 'Hãy chọn ít nhất một trang.',
  offerNoMatch: 'Không có trang nào tên như vậy.',
  offerDo: 'Gửi',
  offered: 'Đã gửi tới {n} trang.',
  offeredSkipped: 'Đã gửi tới {n} trang; {skipped} trang đã có bài này hoặc không nhận được.',
  sentTo: 'Đã gửi',
  sentMany: '{n} trang',
}

/** Texts beside a document that came from another site or may go to others. */
export type DocumentWords = typeof vi

const en: DocumentWords = {
  panel: 'Cross-posting',
  from: 'Taken from {site}',
  attached: 'True to the original',
  attachedHint: 'When the original changes you are told, or it is updated under a consent.',
  adaptedHint: 'When the original changes you are told; nothing is replaced.',
  remoteNewer: 'The original changed on {at}.',
  seeDiff: 'See what changed',
  remoteGone: 'The original was withdrawn.',
  reviewNow: 'A new version is on the review desk.',
  offer: 'Cross-post',
  offerTitle: 'Send this to other sites',
  offerEffect:
    'It goes to the inbox of each site; its board decides. Where a consent covers it, it is published at once.',
  propose: 'Propose to the city portal',
  proposeEffect:
    'The board of the city takes it in or returns it with a reason; you can follow it here and under “Sent”.',
  offerNote: 'Message, if any',
  offerMode: 'Suggested form',
  offerSites: 'Send to',
  offerSearch: 'Find a site by name',
  offerAll: 'Choose all {n} shown',
  offerChosen: '{n} chosen',
  offerNone: 'Choose at least one site.',
  offerNoMatch: 'No site has such a name.',
  offerDo: 'Send',
  offered: 'Sent. Sites: {n}.',
  offeredSkipped: 'Sent. Sites: {n}; left out, as they have it or cannot receive it: {skipped}.',
  sentTo: 'Sent',
  sentMany: '{n} sites',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const documentWords = (language: string): DocumentWords => (language === 'en' ? en : vi)
