/** A day that differs from the weekly rule. */
export type CalendarEntry = {
  date: string
  kind: 'off' | 'work'
  reason: string
  reasonEn: string
  instrument: string
  isProvisional?: boolean
}

const off = (
  instrument: string,
  reason: string,
  reasonEn: string,
  dates: readonly string[],
  isProvisional = false,
): CalendarEntry[] =>
  dates.map((date) => ({ date, kind: 'off', reason, reasonEn, instrument, isProvisional }))

const work = (instrument: string, date: string): CalendarEntry => ({
  date,
  kind: 'work',
  reason: 'Làm bù ngày nghỉ hoán đổi',
  reasonEn: 'Worked in exchange for a swapped day off',
  instrument,
})

const law = 'Điều 112 Bộ luật Lao động'
const notice25 = 'Thông báo 6150/TB-BLĐTBXH'
const tet26 = 'Thông báo 9441/TB-BNV'
const swap26 = 'Công văn 12729/VPCP-KGVX'
const culture = 'Nghị quyết 28/2026/QH16'

/**
 * Days that differ from the weekly rule, 2025 to 2027, each with its notice. The Prime Minister fixes Tết and the second
 * day of National Day each year (Labour Code, art. 112.3); for 2027 he has not yet, so the whole year is provisional.
 */
export const workingDays: readonly CalendarEntry[] = [
  ...off(law, 'Tết Dương lịch', 'New Year', ['2025-01-01', '2026-01-01']),
  ...off(notice25, 'Tết Nguyên đán Ất Tỵ', 'Lunar New Year', [
    '2025-01-27',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
  ]),
  ...off(law, 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day', ['2025-04-07']),
  ...off(law, 'Ngày Chiến thắng 30/4 và Quốc tế Lao động 01/5', 'Reunification and Labour Day', [
    '2025-04-30',
    '2025-05-01',
    '2026-04-30',
    '2026-05-01',
  ]),
  ...off(notice25, 'Nghỉ hoán đổi', 'Swapped day off', ['2025-05-02']),
  work(notice25, '2025-04-26'),
  ...off(notice25, 'Quốc khánh', 'National Day', ['2025-09-01']),
  ...off(tet26, 'Quốc khánh', 'National Day', ['2026-09-01']),
  ...off(law, 'Quốc khánh', 'National Day', ['2025-09-02', '2026-09-02']),
  ...off(swap26, 'Nghỉ hoán đổi dịp Tết Dương lịch', 'Swapped day off', ['2026-01-02']),
  work(swap26, '2026-01-10'),
  ...off(tet26, 'Tết Nguyên đán Bính Ngọ', 'Lunar New Year', [
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
  ]),
  ...off(
    'Khoản 3 Điều 111 Bộ luật Lao động',
    'Nghỉ bù Giỗ Tổ Hùng Vương',
    'In lieu of Hùng Kings’ Day',
    ['2026-04-27'],
  ),
  ...off(tet26, 'Nghỉ hoán đổi dịp Quốc khánh', 'Swapped day off', ['2026-08-31']),
  work(tet26, '2026-08-22'),
  ...off(culture, 'Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day', ['2026-11-24']),
  ...off(law, 'Tết Dương lịch', 'New Year', ['2027-01-01'], true),
  ...off(
    law,
    'Tết Nguyên đán Đinh Mùi (dự kiến)',
    'Lunar New Year (expected)',
    ['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'],
    true,
  ),
  ...off(law, 'Giỗ Tổ Hùng Vương', 'Hùng Kings’ Day', ['2027-04-16'], true),
  ...off(
    law,
    'Ngày Chiến thắng và bù Quốc tế Lao động',
    'Reunification Day and Labour Day in lieu',
    ['2027-04-30', '2027-05-03'],
    true,
  ),
  ...off(law, 'Quốc khánh', 'National Day', ['2027-09-02'], true),
  ...off(law, 'Quốc khánh (dự kiến)', 'National Day (expected)', ['2027-09-03'], true),
  ...off(culture, 'Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day', ['2027-11-24'], true),
]
