import type { Locale } from '../site/portalSite.ts'

const vi = {
  verify: 'Kiểm chứng',
  title: 'Kiểm chứng nội dung',
  lead: 'Mỗi nội dung đăng trên Cổng có một mã băm riêng. Nhập mã để biết nội dung đó còn đang đăng không, ai có thẩm quyền đã quyết định và quyết định nằm ở đâu trong nhật ký.',
  hash: 'Mã băm SHA-256',
  hashHint: 'Gồm 64 chữ số và chữ cái từ a đến f; có ở cuối mỗi bài và trên phiếu trình duyệt.',
  look: 'Kiểm chứng',
  unknownTitle: 'Không có nội dung nào mang mã này',
  badTitle: 'Mã băm chưa đúng dạng',
  goneTitle: 'Bản này không còn được công khai',
  states: {
    public: 'Đang công khai: đúng bản này đang được đăng.',
    replaced: 'Đã được thay bằng bản mới hơn.',
    withdrawn: 'Đã được gỡ.',
  },
  what: 'Tiêu đề',
  kind: 'Loại nội dung',
  site: 'Trang',
  decidedAt: 'Quyết định lúc',
  decidedBy: 'Quyết định bởi',
  releasedAt: 'Đăng lúc',
  replacedAt: 'Được thay lúc',
  newer: 'Xem bản mới',
  withdrawnAt: 'Gỡ lúc',
  logPlace: 'Nhật ký phát hành',
  logText: (log: string, seq: number) => `${log}, số ${seq}`,
  decisionEntry: 'Quyết định trong chuỗi đã ký',
  releaseEntry: 'Phát hành trong chuỗi đã ký',
  entryText: (board: string, n: number) => `Ban ${board}, mục ${n}`,
  entryHash: 'mã băm của mục',
  key: 'Khóa ký',
  unsigned:
    'Nội dung này được nhập hàng loạt khi lập Cổng: chỉ mã băm bảo đảm văn bản, không có chữ ký của Ban Biên tập.',
  capacities: {
    head: 'Trưởng Ban Biên tập',
    deputy: 'Phó Trưởng Ban Biên tập',
    member: 'Thành viên Ban Biên tập',
    acting: 'Người làm thay Trưởng Ban Biên tập, theo uỷ quyền',
    emergency: 'Thành viên Ban Biên tập, phát hành khẩn cấp',
    import: 'Nhập hàng loạt',
    consent: 'Ban Biên tập, theo văn bản đồng ý nhận nội dung của trang gốc',
    origin: 'Trang gốc, nơi nội dung này được gỡ',
  } as Record<string, string>,
  collections: {
    articles: 'Tin, bài',
    documents: 'Văn bản',
    pages: 'Trang',
    answers: 'Hỏi – đáp',
    bulletins: 'Bản tin',
    categories: 'Chuyên mục',
    'site-settings': 'Thông tin chung của trang',
  } as Record<string, string>,
  read: 'Đọc nội dung này',
  selfTitle: 'Tự kiểm tra',
  selfDownload: 'Tải văn bản chuẩn',
  selfHash: (name: string) =>
    `Tính mã băm SHA-256 của tệp (ví dụ: sha256sum ${name}); kết quả phải đúng bằng mã ở trên.`,
  selfKeys: 'Chữ ký của chuỗi được kiểm bằng khóa công khai tại',
  selfAudit:
    'Kiểm toán viên nhận bản xuất của chuỗi và kiểm ngoại tuyến bằng lệnh: npm run coloa -- verify.',
  noText: 'Bản này không còn công khai nên không tải được; mã băm của nó vẫn nằm trong nhật ký.',
}

/** Texts of the pages that prove what a text is. */
export type VerifyWords = typeof vi

const en: VerifyWords = {
  verify: 'Verify',
  title: 'Verify content',
  lead: 'Everything published here has a hash of its own. Enter one to learn whether that text still stands, in which capacity it was decided, and where the decision is in the log.',
  hash: 'SHA-256 hash',
  hashHint:
    '64 digits and letters from a to f; it is at the end of every article and on the approval record.',
  look: 'Verify',
  unknownTitle: 'Nothing has this hash',
  badTitle: 'This is not a hash',
  goneTitle: 'This version is not public any more',
  states: {
    public: 'Public: exactly this version is published now.',
    replaced: 'Replaced by a newer version.',
    withdrawn: 'Withdrawn.',
  },
  what: 'Title',
  kind: 'Kind of content',
  site: 'Site',
  decidedAt: 'Decided at',
  decidedBy: 'Decided by',
  releasedAt: 'Published at',
  replacedAt: 'Replaced at',
  newer: 'See the newer version',
  withdrawnAt: 'Withdrawn at',
  logPlace: 'Release log',
  logText: (log, seq) => `${log}, number ${seq}`,
  decisionEntry: 'Decision in the signed chain',
  releaseEntry: 'Release in the signed chain',
  entryText: (board, n) => `Board ${board}, entry ${n}`,
  entryHash: 'hash of the entry',
  key: 'Signing key',
  unsigned:
    'This was imported in bulk when the site was set up: its text is covered by the hash alone, no board signed it.',
  capacities: {
    head: 'the head of the editorial board',
    deputy: 'a deputy head of the editorial board',
    member: 'a member of the editorial board',
    acting: 'somebody acting for the head of the editorial board under a mandate',
    emergency: 'a member of the editorial board, by the emergency lane',
    import: 'bulk import',
    consent: 'the editorial board, by its standing consent to items of the other site',
    origin: 'the site of origin, which withdrew this',
  },
  collections: {
    articles: 'Article',
    documents: 'Document',
    pages: 'Page',
    answers: 'Question and answer',
    bulletins: 'Bulletin',
    categories: 'Section',
    'site-settings': 'Settings of the site',
  },
  read: 'Read it',
  selfTitle: 'Check it yourself',
  selfDownload: 'Download the canonical text',
  selfHash: (name) =>
    `Work out the SHA-256 of the file (for example: sha256sum ${name}); it must be the hash above.`,
  selfKeys: 'The signatures of the chain are checked with the public keys at',
  selfAudit:
    'Auditors are given an export of the chain and check it offline with: npm run coloa -- verify.',
  noText:
    'This version is not public any more and cannot be downloaded; its hash stays in the log.',
}

/** The texts in the language of the page. */
export const verifyWords = (locale: Locale): VerifyWords => (locale === 'en' ? en : vi)
