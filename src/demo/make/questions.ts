import { vietnameseSlug } from '../../domain/text/vietnameseSlug.ts'
import { paragraph, richText } from '../lexical.ts'

/** Questions as citizens ask them: field, subject, text, answer. `{who}` is the area. */
const kinds = [
  [
    'Giao thông',
    'Đèn tín hiệu ở ngã tư {street} hay tắt vào giờ tan học',
    'Mấy tuần nay đèn tín hiệu ở ngã tư {street} thường tắt khoảng 16 giờ 30 khiến học sinh khó sang đường. Đề nghị cho kiểm tra.',
    'Đơn vị quản lý đã kiểm tra tủ điều khiển và thay bộ nguồn bị lỗi. Trong tháng đầu, lực lượng trật tự trực tại nút giao vào giờ tan học.',
  ],
  [
    'Môi trường',
    'Giờ thu gom rác trên {street} chưa phù hợp',
    'Xe thu gom rác đi qua {street} lúc 14 giờ, nhiều nhà đi làm không có người đổ rác. Có thể đổi sang buổi tối không?',
    'Lịch thu gom được đổi sang 19 giờ 30 các ngày trong tuần, thông báo đến từng hộ và thử trong một tháng trước khi áp dụng lâu dài.',
  ],
  [
    'Hành chính',
    'Cấp bản sao giấy khai sinh khi đang ở tỉnh khác',
    'Tôi đang làm việc ở tỉnh khác, muốn xin bản sao giấy khai sinh thì có phải về {who} không?',
    'Bạn không cần về nơi đăng ký. Hồ sơ nộp trực tuyến, kết quả bản điện tử trả trong một ngày làm việc; bản giấy gửi bưu chính theo yêu cầu.',
  ],
  [
    'Y tế',
    'Lịch tiêm bù cho trẻ lỡ mũi tại {who}',
    'Con tôi bị ốm nên lỡ mũi tiêm tháng trước. Trạm y tế có lịch tiêm bù không, cần mang theo gì?',
    'Trạm y tế tiêm bù vào sáng thứ Năm hằng tuần. Gia đình mang theo sổ tiêm hoặc mã số tiêm chủng; bác sĩ khám sàng lọc trước khi tiêm.',
  ],
  [
    'Giáo dục',
    'Chuyển trường giữa năm học về {who}',
    'Gia đình tôi mới chuyển về {who}, con học lớp 4. Thủ tục chuyển trường giữa năm gồm những gì?',
    'Phụ huynh đăng ký chuyển trường trên hệ thống, trường nơi đến trả lời trong ba ngày làm việc. Học bạ được chuyển dạng số, không thu khoản nào.',
  ],
  [
    'Xây dựng',
    'Sửa mái nhà có phải xin giấy phép không',
    'Nhà tôi trên {street} bị dột, muốn thay mái tôn cũ bằng mái mới cùng kích thước. Có cần xin phép không?',
    'Sửa chữa không làm thay đổi kết cấu chịu lực và công năng thì không phải xin phép. Đề nghị báo tổ dân phố thời gian thi công và che chắn an toàn.',
  ],
  [
    'Chiếu sáng',
    'Ngõ cạnh {street} thiếu đèn chiếu sáng',
    'Ngõ nhỏ cạnh {street} dài hơn 150 m chưa có đèn, buổi tối người già đi lại nguy hiểm.',
    'Sáu bộ đèn tiết kiệm điện được bổ sung vào kế hoạch tháng này; đơn vị thi công khảo sát vị trí cột cùng đại diện khu dân cư.',
  ],
  [
    'An sinh',
    'Trợ cấp cho người cao tuổi sống một mình',
    'Mẹ tôi 80 tuổi, sống một mình ở {who}, chưa có lương hưu. Thủ tục hưởng trợ cấp thế nào?',
    'Người từ đủ tuổi theo quy định và không có lương hưu được hưởng trợ cấp hằng tháng. Cán bộ sẽ đến nhà hướng dẫn lập hồ sơ, không cần công chứng.',
  ],
] as const

/** A question with the answer the public reads. */
export type QuestionText = { field: string; subject: string; text: string; answer: string }

/** The `index`th question about a place. */
export const makeQuestion = (
  index: number,
  words: { who: string; street: string },
): QuestionText => {
  const [field, subject, text, answer] = kinds[index % kinds.length] ?? kinds[0]
  const fill = (pattern: string) =>
    pattern.replaceAll('{who}', words.who).replaceAll('{street}', words.street).normalize('NFC')
  const told = fill(subject)
  return {
    field,
    subject:
      told.includes(words.who) || told.includes(words.street) ? told : `${told} (${words.who})`,
    text: fill(text),
    answer: fill(answer),
  }
}

/** The answer as a public document. */
export const answerData = (args: {
  question: QuestionText
  siteId: number
  unitId: number
  questionId: number
  committee: string
}) => ({
  title: { vi: args.question.subject },
  questionText: { vi: args.question.text },
  body: {
    vi: richText([
      paragraph(`${args.committee} cảm ơn câu hỏi của bạn và trả lời như sau:`),
      paragraph(args.question.answer),
      paragraph('Nếu cần trao đổi thêm, xin gửi tiếp câu hỏi kèm mã tra cứu đã được cấp.'),
    ]),
  },
  site: args.siteId,
  answeredBy: args.unitId,
  field: args.question.field,
  question: args.questionId,
  slug: vietnameseSlug(args.question.subject),
})
