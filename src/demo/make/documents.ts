import { normaliseDocumentNumber } from '../../domain/text/normaliseDocumentNumber.ts'
import { vietnameseSlug } from '../../domain/text/vietnameseSlug.ts'
import type { RawDocument } from '../bulk/tableRows.ts'
import { addDays, at, dayOf, longDate } from '../clock.ts'
import { heading, list, paragraph, richText } from '../lexical.ts'
import type { Random } from '../random.ts'
import type { Place } from './place.ts'
import { isWorkingDay } from './workingDay.ts'

const kinds = [
  ['decision', 'QĐ-UBND', 'Quyết định', 'ban hành'],
  ['plan', 'KH-UBND', 'Kế hoạch', 'triển khai'],
  ['notice', 'TB-UBND', 'Thông báo', 'về'],
  ['officialLetter', 'UBND-VP', 'Công văn', 'về việc tăng cường'],
  ['directive', 'CT-UBND', 'Chỉ thị', 'về'],
  ['report', 'BC-UBND', 'Báo cáo', 'kết quả'],
] as const

const subjects = [
  'công tác phòng cháy tại khu dân cư',
  'chăm sóc cây xanh và vườn hoa công cộng',
  'phân loại rác thải sinh hoạt tại nguồn',
  'nâng cao chất lượng bộ phận một cửa',
  'hoạt động của đài truyền thanh cơ sở',
  'quản lý vỉa hè phục vụ người đi bộ',
  'phòng, chống dịch bệnh theo mùa',
  'hỗ trợ hộ kinh doanh chuyển đổi số',
  'duy tu hệ thống thoát nước đô thị',
  'tuyển sinh các lớp đầu cấp',
  'bảo đảm an toàn thực phẩm tại chợ dân sinh',
  'bảo tồn nghề truyền thống',
  'công khai thông tin trên Cổng thông tin điện tử',
  'vận hành mạng lưới xe buýt',
  'tổ chức tuần lễ sách',
] as const

/** An invented official document with a number of the real form and its full text. */
export const makeDocument = (args: {
  place: Place
  number: number
  now: Date
  signer: string
  random: Random
}): { data: RawDocument; releasedAt: Date } => {
  const { place, number, now, signer, random } = args
  const [kind, sign, name, verb] = random.pick(kinds)
  let day = addDays(dayOf(now), -random.whole(4, 340))
  while (!isWorkingDay(day)) day = addDays(day, -1)
  const subject = random.pick(subjects)
  const year = day.slice(0, 4)
  const symbol = kind === 'officialLetter' ? `${number}/${sign}` : `${number}/${year}/${sign}`
  const title = `${name} ${verb} ${subject} năm ${year} trên địa bàn ${place.level === 'city' ? 'Thành phố' : place.who}`
  let released = addDays(day, 1)
  while (!isWorkingDay(released)) released = addDays(released, 1)
  return {
    releasedAt: at(released, '08:20'),
    data: {
      number: symbol,
      numberKey: normaliseDocumentNumber(symbol),
      kind,
      title: { vi: title },
      issuedOn: at(day, '00:00').toISOString(),
      ...(kind === 'decision' ? { effectiveOn: at(addDays(day, 10), '00:00').toISOString() } : {}),
      issuer: place.unitId,
      signer,
      body: { vi: text({ place, name, symbol, day, title, subject, random }) },
      site: place.siteId,
      slug: vietnameseSlug(symbol),
    },
  }
}

const text = (args: {
  place: Place
  name: string
  symbol: string
  day: string
  title: string
  subject: string
  random: Random
}) => {
  const { place, name, symbol, day, title, subject, random } = args
  const share = random.whole(80, 98)
  return richText([
    paragraph(`${place.committee}. Số: ${symbol}. Hà Nội, ${longDate(day)}.`),
    heading(title),
    paragraph(
      `Căn cứ chức năng, nhiệm vụ được giao và đề nghị của cơ quan chuyên môn, ${place.committee} ban hành ${name.toLowerCase()} này.`,
    ),
    heading('Điều 1. Mục tiêu', 'h3'),
    paragraph(
      `Tạo chuyển biến rõ rệt trong ${subject}; phấn đấu ít nhất ${share}% khu dân cư, cơ quan và cơ sở thực hiện đầy đủ các nội dung được hướng dẫn.`,
    ),
    heading('Điều 2. Nhiệm vụ', 'h3'),
    list(
      random.some(
        [
          'Rà soát hiện trạng, lập danh mục việc cần làm và công khai trên trang thông tin điện tử.',
          'Phân công người phụ trách từng khu vực, có số điện thoại tiếp nhận ý kiến.',
          'Kiểm tra định kỳ mỗi quý, lập biên bản và theo dõi việc khắc phục.',
          'Lồng ghép tuyên truyền trên hệ thống truyền thanh và bảng tin điện tử.',
          'Bố trí kinh phí trong dự toán được giao, sử dụng tiết kiệm.',
          'Lấy ý kiến người dân trước khi điều chỉnh phương án.',
        ],
        random.whole(4, 6),
      ),
      true,
    ),
    heading('Điều 3. Tổ chức thực hiện', 'h3'),
    paragraph(
      `Các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành và báo cáo kết quả trước ngày 25 hằng tháng. Trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh về ${place.committee} để xem xét.`,
    ),
  ])
}
