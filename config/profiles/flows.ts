import type { Flow, FlowStep } from '#domain/board/flow.ts'
import { label } from '#kit/label.ts'

const approval: FlowStep = {
  key: 'approval',
  label: label('Ban Biên tập duyệt', 'Approval by the board'),
  kind: 'approval',
  actors: ['head'],
  quorum: 1,
  limitHours: 8,
  urgentHours: 4,
}
const editing: FlowStep = {
  key: 'editing',
  label: label('Biên tập', 'Editing'),
  kind: 'edit',
  actors: ['editor', 'member'],
  quorum: 1,
  limitHours: 4,
  urgentHours: 1,
}
const check: FlowStep = {
  key: 'check',
  label: label('Thẩm định chuyên môn', 'Professional check'),
  kind: 'check',
  actors: ['checker', 'member'],
  quorum: 1,
  limitHours: 8,
  urgentHours: 2,
}

/** The head decides, or who acts for the head under a mandate: what P-14.1 asks of every board. */
export const boardApproval: Flow = {
  code: 'boardApproval',
  name: label('Trưởng Ban duyệt', 'Approval by the head'),
  clause: 'P-14.1.1',
  fourEyes: 'contributors',
  steps: [approval],
}

/** The city portal: an editor prepares, the unit that owns the field answers for the facts, the board decides. */
export const hanoiPortal: Flow = {
  code: 'hanoiPortal',
  name: label('Cổng Thành phố: biên tập, thẩm định, duyệt', 'City portal: edit, check, approve'),
  clause: 'P-14.1.3',
  fourEyes: 'contributors',
  resumes: true,
  steps: [editing, check, approval],
}

/** A component site: edited, then decided. */
export const componentSite: Flow = {
  code: 'componentSite',
  name: label('Trang thành phần: biên tập, duyệt', 'Component site: edit, approve'),
  clause: 'P-14.1.3',
  fourEyes: 'contributors',
  steps: [editing, approval],
}

/** A commune with few people: one other person than the submitter suffices. */
export const smallCommune: Flow = {
  code: 'smallCommune',
  name: label(
    'Xã, phường ít người: một người khác duyệt',
    'Small commune: one other person approves',
  ),
  clause: 'P-14.1.1',
  fourEyes: 'submitter',
  steps: [{ ...approval, actors: ['head', 'deputy'] }],
}

/**
 * Source information of Hải Phòng (H-14.2a): the Department appraises what bodies supply; what others edited goes back to the
 * supplier before communes see it.
 */
export const sourceInformation: Flow = {
  code: 'sourceInformation',
  name: label(
    'Thông tin nguồn: thẩm định, hỏi nơi cung cấp, duyệt',
    'Source information: appraise, consult, approve',
  ),
  clause: 'H-14.2a.4',
  fourEyes: 'contributors',
  resumes: true,
  steps: [
    {
      ...check,
      key: 'appraisal',
      label: label('Sở thẩm định', 'Appraisal by the Department'),
      actors: ['editor', 'member', 'checker'],
    },
    {
      key: 'supplierConsent',
      label: label('Nơi cung cấp đồng ý bản sửa', 'Consent of the supplier to the edits'),
      kind: 'check',
      actors: ['supplier'],
      quorum: 1,
      limitHours: 8,
      urgentHours: 1,
      when: 'editedByOthers',
    },
    approval,
  ],
}
