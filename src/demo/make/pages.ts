import type { RawDocument } from '../bulk/tableRows.ts'
import { heading, list, paragraph, richText } from '../lexical.ts'
import type { Place } from './place.ts'

/** The fixed pages of a site: what it is for, and how to reach those behind it. */
export const makePages = (place: Place): RawDocument[] => [introduction(place), contact(place)]

const introduction = (place: Place): RawDocument => ({
  slug: 'gioi-thieu',
  site: place.siteId,
  title: inBoth(place, 'Giới thiệu', 'About this portal'),
  body: inBoth(
    place,
    richText([
      paragraph(
        `Trang này đăng thông tin chính thức của ${place.committee}: tin chỉ đạo, điều hành, văn bản đã ban hành, câu hỏi của người dân và câu trả lời công khai.`,
      ),
      heading('Người dân tìm gì ở đây'),
      list([
        'Tin tức theo chuyên mục, có ngày giờ đăng và đơn vị cung cấp.',
        'Văn bản kèm số, ngày ban hành và toàn văn.',
        'Câu hỏi đã trả lời; ai cũng gửi được câu hỏi mới và tra cứu bằng mã.',
      ]),
      heading('Ai chịu trách nhiệm'),
      paragraph(
        'Mỗi tin, bài và văn bản chỉ được đăng khi Ban Biên tập đã duyệt. Nội dung sai được đính chính ngay trên bài; nội dung bị gỡ để lại thông báo nêu lý do.',
      ),
    ]),
    richText([
      paragraph(
        'This portal carries official information of the city government: news of its work, documents it has issued, and questions of citizens with their public answers.',
      ),
      heading('Who answers for it'),
      paragraph(
        'Nothing is published before the editorial board has approved it. Errors are corrected on the page itself, and what is withdrawn leaves a notice with the reason.',
      ),
    ]),
  ),
})

const contact = (place: Place): RawDocument => ({
  slug: 'lien-he',
  site: place.siteId,
  title: inBoth(place, 'Liên hệ', 'Contact'),
  body: inBoth(
    place,
    richText([
      paragraph(
        `Địa chỉ, điện thoại và thư điện tử của ${place.committee} ở cuối mỗi trang. Câu hỏi về chính sách, thủ tục xin gửi qua mục Hỏi – đáp để được cấp mã tra cứu và trả lời công khai.`,
      ),
    ]),
    richText([
      paragraph(
        'Address, telephone and e-mail are at the foot of every page. Questions on policies and procedures are best sent through “Questions and answers”, which gives a code to track them by.',
      ),
    ]),
  ),
})

const inBoth = <T>(place: Place, vi: T, en: T) => (place.level === 'city' ? { vi, en } : { vi })
