import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speechOf } from '#domain/text/speech/speechOf.ts'

const year26 = 'năm hai nghìn không trăm hai mươi sáu'

const cases: Record<string, [written: string, said: string][]> = {
  days: [
    ['24/11/2026', `ngày hai mươi tư tháng mười một ${year26}`],
    ['ngày 24/11/2026', `ngày hai mươi tư tháng mười một ${year26}`],
    ['Ngày 04/04/2026', `Ngày mùng bốn tháng tư ${year26}`],
    ['ngày 24 tháng 11 năm 2026', `ngày hai mươi tư tháng mười một ${year26}`],
    ['ngày 05 tháng 9', 'ngày mùng năm tháng chín'],
    ['mùng 5 tháng 4', 'mùng năm tháng tư'],
    ['mùng 1/1', 'mùng một tháng một'],
    ['24-11-2026', `ngày hai mươi tư tháng mười một ${year26}`],
    ['24.11.2026', `ngày hai mươi tư tháng mười một ${year26}`],
    ['2026-11-24', `ngày hai mươi tư tháng mười một ${year26}`],
    ['sáng 24/11', 'sáng ngày hai mươi tư tháng mười một'],
    ['24–26/11', 'ngày hai mươi tư đến ngày hai mươi sáu tháng mười một'],
    ['từ 1-5/9/2026', `từ ngày mùng một đến ngày mùng năm tháng chín ${year26}`],
    ['Quốc khánh 2/9', 'Quốc khánh ngày mùng hai tháng chín'],
    ['lễ 30/4 và 1/5', 'lễ ngày ba mươi tháng tư và ngày mùng một tháng năm'],
    ['tháng 11/2026', `tháng mười một ${year26}`],
    ['11/2026', `tháng mười một ${year26}`],
    ['tháng 4', 'tháng tư'],
    ['tháng 10', 'tháng mười'],
    ['quý IV/2026', `quý tư ${year26}`],
    ['quý 2/2026', `quý hai ${year26}`],
    ['thứ 2', 'thứ hai'],
    ['thứ 4', 'thứ tư'],
    ['trực 24/7', 'trực hai mươi tư trên bảy'],
    [
      'giai đoạn 2021-2030',
      'giai đoạn hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm ba mươi',
    ],
  ],
  hours: [
    ['8h30', 'tám giờ ba mươi phút'],
    ['8h', 'tám giờ'],
    ['8 h 30', 'tám giờ ba mươi phút'],
    ['17:00', 'mười bảy giờ'],
    ['17:05', 'mười bảy giờ năm phút'],
    ['08:20:15', 'tám giờ hai mươi phút mười lăm giây'],
    ['7g15', 'bảy giờ mười lăm phút'],
    ["5h45'", 'năm giờ bốn mươi lăm phút'],
    ['8h-11h30', 'tám giờ đến mười một giờ ba mươi phút'],
    ['17:00 – 19:30', 'mười bảy giờ đến mười chín giờ ba mươi phút'],
    ['12 giờ 30 phút', 'mười hai giờ ba mươi phút'],
    ['0h', 'không giờ'],
  ],
  money: [
    ['2.530.000 đồng', 'hai triệu năm trăm ba mươi nghìn đồng'],
    ['2.530.000đ', 'hai triệu năm trăm ba mươi nghìn đồng'],
    ['2.530.000 ₫', 'hai triệu năm trăm ba mươi nghìn đồng'],
    ['500.000 VNĐ', 'năm trăm nghìn đồng'],
    ['1,5 tỷ đồng', 'một phẩy năm tỷ đồng'],
    ['10.000 đ/kg', 'mười nghìn đồng một ki lô gam'],
    ['200.000 đồng/người', 'hai trăm nghìn đồng mỗi người'],
    ['5.400 đồng/m3', 'năm nghìn bốn trăm đồng một mét khối'],
    ['$5', 'năm đô la Mỹ'],
    ['100 USD', 'một trăm đô la Mỹ'],
    ['5 tr', 'năm triệu'],
  ],
  numbers: [
    ['1.005', 'một nghìn không trăm linh năm'],
    [
      '1.234.567,89',
      'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy phẩy tám mươi chín',
    ],
    ['11,62', 'mười một phẩy sáu mươi hai'],
    ['0,05', 'không phẩy không năm'],
    ['3,1416', 'ba phẩy một bốn một sáu'],
    ['1.5', 'một phẩy năm'],
    ['05 xã', 'năm xã'],
    ['007', 'không không bảy'],
    ['12,5%', 'mười hai phẩy năm phần trăm'],
    ['10-15%', 'mười đến mười lăm phần trăm'],
    ['5‰', 'năm phần nghìn'],
    ['300–500 chữ', 'ba trăm đến năm trăm chữ'],
    ['2 - 3 phút', 'hai đến ba phút'],
    ['1/3 số hộ', 'một phần ba số hộ'],
    ['½ lít', 'một phần hai lít'],
    ['số 5/2 phố Huế', 'số năm trên hai phố Huế'],
    ['lần thứ 1', 'lần thứ nhất'],
    ['thứ 21', 'thứ hai mươi mốt'],
    ['٣ người', 'ba người'],
  ],
  telephones: [
    ['gọi 112', 'gọi một một hai'],
    ['gọi 113, 114', 'gọi một một ba, một một bốn'],
    ['gọi 112 hoặc 115', 'gọi một một hai hoặc một một năm'],
    ['ĐT: 024.3825.3536', 'Điện thoại: không hai bốn, ba tám hai năm, ba năm ba sáu'],
    ['0912 345 678', 'không chín một hai, ba bốn năm, sáu bảy tám'],
    ['0912345678', 'không chín một hai ba bốn năm sáu bảy tám'],
    ['+84 24 3825 3536', 'cộng tám bốn, hai bốn, ba tám hai năm, ba năm ba sáu'],
    ['tổng đài 1022', 'tổng đài một không hai hai'],
    ['1900 1234', 'một chín không không, một hai ba bốn'],
    ['gọi 200 người', 'gọi hai trăm người'],
  ],
  documents: [
    [
      'Quyết định số 204/2025/QĐ-UBND',
      'Quyết định số hai trăm linh bốn, năm hai nghìn không trăm hai mươi lăm, quyết định, ủy ban nhân dân',
    ],
    ['49/2024/NĐ-CP', 'bốn mươi chín, năm hai nghìn không trăm hai mươi tư, nghị định, chính phủ'],
    [
      '39/2020/TT-BTTTT',
      'ba mươi chín, năm hai nghìn không trăm hai mươi, thông tư, bộ thông tin và truyền thông',
    ],
    ['150/KH-UBND', 'một trăm năm mươi, kế hoạch, ủy ban nhân dân'],
    ['12/2024/QH15', 'mười hai, năm hai nghìn không trăm hai mươi tư, quy hát mười lăm'],
    ['7/NQ-HĐND', 'bảy, nghị quyết, hội đồng nhân dân'],
  ],
  measures: [
    ['60 km/h', 'sáu mươi ki lô mét trên giờ'],
    ['120mm', 'một trăm hai mươi mi li mét'],
    ['100–150 mm', 'một trăm đến một trăm năm mươi mi li mét'],
    ['35°C', 'ba mươi lăm độ xê'],
    ['-5 ℃', 'âm năm độ xê'],
    ['500 m3/s', 'năm trăm mét khối trên giây'],
    ['50m²', 'năm mươi mét vuông'],
    ['2,5 ha', 'hai phẩy năm héc ta'],
    ['11,62 m', 'mười một phẩy sáu mươi hai mét'],
    ['55,3 µg/m³', 'năm mươi lăm phẩy ba mi crô gam một mét khối'],
    ['3 kWh', 'ba ki lô oát giờ'],
  ],
  romans: [
    ['thế kỷ XXI', 'thế kỷ hai mươi mốt'],
    ['báo động III', 'báo động ba'],
    ['báo động cấp I', 'báo động cấp một'],
    ['Đại hội XIV', 'Đại hội mười bốn'],
    ['lần thứ IV', 'lần thứ tư'],
    ['khóa XVIII', 'khóa mười tám'],
    ['XI MĂNG', 'XI MĂNG'],
    ['chiều I', 'chiều I'],
  ],
  abbreviations: [
    ['UBND TP. Hà Nội', 'Ủy ban nhân dân thành phố Hà Nội'],
    ['P. Hoàn Kiếm, Q.1', 'phường Hoàn Kiếm, quận một'],
    ['TP.HCM', 'thành phố Hồ Chí Minh'],
    ['CNTT và ATTP', 'Công nghệ thông tin và an toàn thực phẩm'],
    ['Ban chỉ huy PCTT&TKCN', 'Ban chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn'],
    ['QL1A', 'quốc lộ một a'],
    ['QL 5', 'quốc lộ năm'],
    ['COVID-19', 'covid mười chín'],
    ['H5N1', 'hát năm nờ một'],
    ['mạng 5G', 'mạng năm giê'],
    ['PM2.5', 'pê mờ hai phẩy năm'],
    ['BKT', 'bê ca tê'],
    ['UNESCO', 'UNESCO'],
    ['THÔNG BÁO KHẨN', 'THÔNG BÁO KHẨN'],
  ],
  addresses: [
    ['a.b@hanoi.gov.vn', 'a chấm bê a còng hanoi chấm gov chấm vê nờ'],
    ['https://hanoi.gov.vn/tin-tuc', 'hanoi chấm gov chấm vê nờ gạch chéo tin gạch ngang tuc'],
    ['www.hanoi.gov.vn.', 'hanoi chấm gov chấm vê nờ.'],
    ['dichvucong.gov.vn', 'dichvucong chấm gov chấm vê nờ'],
  ],
  signs: [
    ['- mục 1\n- mục 2', 'mục một\nmục hai'],
    ['Sở VHTT (cũ) họp', 'Sở văn hóa và thể thao, cũ, họp'],
    ['mưa – gió', 'mưa, gió'],
    ['và/hoặc', 'và, hoặc'],
    ['', ''],
  ],
}

describe.each(Object.entries(cases))('%s', (_name, rows) => {
  test.each(rows)('"%s" is read "%s"', (written, said) => {
    expect(speechOf(written)).toBe(said)
  })
})

test('a city adds its own abbreviations, and words others differently', () => {
  const abbreviations = { XDTT: 'xây dựng trật tự', UBND: 'Ủy ban' }
  expect(speechOf('UBND và XDTT', { abbreviations })).toBe('Ủy ban và xây dựng trật tự')
})

test('a whole bulletin is read as a person would read it', () => {
  expect(
    speechOf(
      'Hồi 8h30 ngày 24/11/2026, mực nước sông Hồng tại Long Biên là 11,62 m, trên báo động III 0,12 m. UBND TP. Hà Nội yêu cầu 12 phường ven sông sơ tán 2.530 hộ trước 17:00. Gọi 112.',
    ),
  ).toBe(
    `Hồi tám giờ ba mươi phút ngày hai mươi tư tháng mười một ${year26}, mực nước sông Hồng tại Long Biên là mười một phẩy sáu mươi hai mét, trên báo động ba không phẩy mười hai mét. Ủy ban nhân dân thành phố Hà Nội yêu cầu mười hai phường ven sông sơ tán hai nghìn năm trăm ba mươi hộ trước mười bảy giờ. Gọi một một hai.`,
  )
})

const pieces = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(cases).flatMap((rows) => rows.map(([written]) => written))),
  fc.integer().map(String),
  fc.constantFrom(
    '/',
    '-',
    '.',
    ',',
    ' ',
    '%',
    'h',
    ':',
    'I',
    'V',
    'quý ',
    '*',
    '(',
    '\n',
    '@',
    'ngày ',
    'P.',
    '+84',
  ),
)

test('no digit is left, whatever the text, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
      const said = speechOf(parts.join(''))
      expect(said).not.toMatch(/\p{N}/u)
      expect(speechOf(said)).toBe(said)
    }),
    { numRuns: 600 },
  )
})
