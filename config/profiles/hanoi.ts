import { label } from '#kit/label.ts'
import { hanoiForms, hanoiSizes } from './bulletinForms.ts'
import { emergencyReasons } from './emergencyReasons.ts'
import { boardApproval, hanoiPortal, smallCommune, componentSite } from './flows.ts'
import { hanoiObligations } from './obligations/hanoi.ts'
import { suggestedReadings } from './obligations/readings.ts'
import { hanoiProgramme } from './programme/hanoi.ts'
import { storm } from './storm.ts'
import type { Profile } from './types.ts'

/** Hà Nội: regulation on the portal (clauses P) and on the source-information system (clauses S). */
export const hanoi: Profile = {
  code: 'hanoi',
  cityName: label('Thành phố Hà Nội', 'Hanoi City'),
  refusalGrounds: [
    {
      code: 'againstLaw',
      clause: 'P-14.3a',
      label: label(
        'Trái với chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước',
        'Contrary to the line of the Party or the law of the State',
      ),
    },
    {
      code: 'secret',
      clause: 'P-14.3b',
      label: label(
        'Thuộc bí mật nhà nước hoặc cấp có thẩm quyền quyết định không công bố, chỉ phổ biến hẹp',
        'A State secret, or not to be published by decision of the competent level',
      ),
    },
    { code: 'untrue', clause: 'P-14.3c', label: label('Thông tin sai sự thật', 'Untrue') },
    {
      code: 'unclearSource',
      clause: 'P-14.3d',
      label: label(
        'Không rõ nguồn gốc hoặc không bảo đảm chất lượng',
        'Of unclear origin or insufficient quality',
      ),
    },
    {
      code: 'otherwiseBarred',
      clause: 'P-14.3đ',
      label: label(
        'Thông tin khác mà pháp luật không cho phép đăng tải',
        'Otherwise barred by law from the portal',
      ),
    },
  ],
  emergencyReasons: emergencyReasons('S-12.1'),
  flowRules: [{ flow: boardApproval }],
  readyFlows: [boardApproval, hanoiPortal, componentSite, smallCommune],
  readings: suggestedReadings,
  obligations: hanoiObligations(suggestedReadings),
  bulletinTopics: ['urgentNews', 'policy', 'direction', 'socioEconomic', 'essential'],
  programme: hanoiProgramme,
  formsByDevice: hanoiForms,
  bulletinSizes: hanoiSizes,
  requireProposal: [],
  speech: { abbreviations: { CTTĐT: 'cổng thông tin điện tử', NMĐ: 'nhà máy điện' } },
  storm: storm({ hasCityOverride: false }),
  officeHours: [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
}
