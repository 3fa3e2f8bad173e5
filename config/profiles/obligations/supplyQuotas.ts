import type { ObligationOf } from '#domain/sla/obligation.ts'
import { label } from '#kit/label.ts'
import { periodLadder } from './ladders.ts'

const quota = (
  given: Pick<ObligationOf<'quota'>, 'code' | 'clause' | 'label' | 'owes' | 'atLeast' | 'reading'>,
): ObligationOf<'quota'> => ({
  kind: 'quota',
  ...given,
  trigger: 'bulletins',
  per: 'month',
  ladder: periodLadder,
  mode: 'digest',
})

/**
 * What bodies of Hải Phòng supply each calendar month (H-14.1a, H-15.7, H-16.4, H-16.5).
 *
 * @param cultureUnit the Department of Culture, Sports and Tourism in the register of units
 */
export const supplyQuotas = (cultureUnit: string): ObligationOf<'quota'>[] => [
  quota({
    code: 'monthlySupply',
    clause: 'H-14.1a',
    label: label('Cung cấp thông tin định kỳ hằng tháng', 'Monthly supply of information'),
    reading: label(
      '“Định kỳ hằng tháng”: ít nhất một bản tin mỗi tháng dương lịch.',
      '“Every month”: at least one bulletin in each calendar month.',
    ),
    owes: ['agency', 'ward', 'commune', 'specialZone'],
    atLeast: 1,
  }),
  quota({
    code: 'cultureProducts',
    clause: 'H-15.7.1',
    label: label(
      'Sản phẩm truyền thông của Sở Văn hóa, Thể thao và Du lịch',
      'Media products of the Department of Culture, Sports and Tourism',
    ),
    owes: [cultureUnit],
    atLeast: 2,
  }),
  quota({
    code: 'pressBulletins',
    clause: 'H-16.4.1',
    label: label(
      'Bản tin của Báo và Phát thanh, Truyền hình',
      'Bulletins of the newspaper and radio-television',
    ),
    owes: ['pressAgency'],
    atLeast: 4,
  }),
  quota({
    code: 'departmentBulletins',
    clause: 'H-16.5.1',
    label: label('Bản tin của sở, ban, ngành, đoàn thể', 'Bulletins of departments and bodies'),
    owes: ['department'],
    atLeast: 1,
  }),
]
