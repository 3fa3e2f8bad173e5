import { label } from '#kit/label.ts'
import { emergencyReasons } from './emergencyReasons.ts'
import { boardApproval, hanoiPortal, smallCommune, componentSite } from './flows.ts'
import { hanoiObligations } from './obligations/hanoi.ts'
import { suggestedReadings } from './obligations/readings.ts'
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
  updateWindows: [
    {
      code: 'cityMorning',
      clause: 'P-13.2a.1',
      siteKind: 'city',
      label: label('Đầu giờ làm việc buổi sáng', 'Start of the morning'),
      from: '08:00',
      to: '09:30',
      days: 'all',
      warnMinutes: 30,
    },
    {
      code: 'cityAfternoon',
      clause: 'P-13.2a.1',
      siteKind: 'city',
      label: label('Đầu giờ làm việc buổi chiều', 'Start of the afternoon'),
      from: '13:00',
      to: '14:30',
      days: 'all',
      warnMinutes: 30,
    },
    {
      code: 'cityEvening',
      clause: 'P-13.2a.1',
      siteKind: 'city',
      label: label('Buổi tối ngoài giờ làm việc', 'Evening, outside office hours'),
      from: '18:00',
      to: '22:00',
      days: 'all',
      warnMinutes: 60,
    },
    {
      code: 'componentMorning',
      clause: 'P-13.2b.1',
      siteKind: 'component',
      label: label('Đầu giờ làm việc buổi sáng', 'Start of the morning'),
      from: '08:00',
      to: '10:00',
      days: 'working',
      warnMinutes: 30,
    },
    {
      code: 'componentAfternoon',
      clause: 'P-13.2b.1',
      siteKind: 'component',
      label: label('Đầu giờ làm việc buổi chiều', 'Start of the afternoon'),
      from: '13:00',
      to: '15:00',
      days: 'working',
      warnMinutes: 30,
    },
  ],
  deadlines: [
    {
      code: 'policyLaw',
      clause: 'P-13.1b',
      workingDays: 2,
      label: label('Pháp luật, chính sách', 'Law and policy'),
    },
    {
      code: 'documentIssuer',
      clause: 'P-13.1c.1',
      workingDays: 2,
      label: label('Văn bản: cơ quan ban hành', 'Document: issuing body'),
    },
    {
      code: 'documentScope',
      clause: 'P-13.1c.2',
      workingDays: 5,
      label: label('Văn bản: cơ quan thuộc phạm vi', 'Document: bodies in scope'),
    },
    {
      code: 'planTender',
      clause: 'P-13.1d',
      workingDays: 10,
      label: label('Quy hoạch, dự án, đấu thầu', 'Plans, projects, tenders'),
    },
    {
      code: 'questionForward',
      clause: 'P-13.1e.1',
      workingDays: 2,
      label: label('Chuyển câu hỏi', 'Forward a question'),
    },
    {
      code: 'questionAnswer',
      clause: 'P-13.1e.3',
      workingDays: 15,
      label: label('Trả lời câu hỏi', 'Answer a question'),
    },
    {
      code: 'programme',
      clause: 'P-13.1f',
      workingDays: 20,
      label: label('Chương trình, đề tài', 'Programmes, research'),
    },
    {
      code: 'statistics',
      clause: 'P-13.1g',
      workingDays: 10,
      label: label('Thống kê', 'Statistics'),
    },
  ],
  readings: suggestedReadings,
  obligations: hanoiObligations(suggestedReadings),
  bulletinTopics: ['urgentNews', 'policy', 'direction', 'socioEconomic', 'essential'],
  collisionDecider: 'communeUser',
  officeHours: [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
}
