import type { CollectionConfig } from 'payload'
import { anyOf, isCityRole, isOnBoardOf } from '#kit/access.ts'
import { label } from '#kit/label.ts'
import { dayAndTimePicker, dayPicker } from '../fields/datePickers.ts'
import { siteField } from '../fields/siteField.ts'

const boardRoles = ['head', 'deputy', 'member', 'editor'] as const

/**
 * Citizens' questions as case files (P-13.1e): who asked, when, where it was forwarded, what was promised. Never public;
 * the asker follows one by its tracking code, everybody else reads the released answer.
 */
export const questions: CollectionConfig = {
  slug: 'questions',
  labels: {
    singular: label('Câu hỏi', 'Question'),
    plural: label('Câu hỏi của công dân', 'Citizens’ questions'),
  },
  admin: {
    useAsTitle: 'subject',
    defaultColumns: ['trackingCode', 'subject', 'status', 'receivedAt', 'forwardedTo'],
    group: label('Hỏi – đáp', 'Questions'),
    listSearchableFields: ['trackingCode', 'subject'],
  },
  access: {
    create: isOnBoardOf(...boardRoles),
    read: anyOf(isOnBoardOf(...boardRoles), isCityRole('auditor')),
    update: isOnBoardOf(...boardRoles),
    delete: () => false,
  },
  versions: false,
  fields: [
    {
      name: 'trackingCode',
      type: 'text',
      required: true,
      unique: true,
      label: label('Mã tra cứu', 'Tracking code'),
    },
    {
      name: 'subject',
      type: 'text',
      required: true,
      maxLength: 200,
      label: label('Tiêu đề', 'Subject'),
    },
    {
      name: 'text',
      type: 'textarea',
      required: true,
      maxLength: 10_000,
      label: label('Nội dung', 'Text'),
    },
    {
      type: 'collapsible',
      label: label('Người hỏi (không công khai)', 'Asker (never public)'),
      fields: [
        { name: 'askerName', type: 'text', maxLength: 120, label: label('Họ tên', 'Name') },
        { name: 'askerEmail', type: 'text', maxLength: 200, label: label('Thư điện tử', 'E-mail') },
        {
          name: 'askerPhone',
          type: 'text',
          maxLength: 30,
          label: label('Điện thoại', 'Telephone'),
        },
        {
          name: 'consentedAt',
          type: 'date',
          label: label(
            'Đồng ý cho xử lý dữ liệu cá nhân lúc',
            'Agreed to the use of personal data at',
          ),
          admin: { readOnly: true, date: dayAndTimePicker },
        },
      ],
    },
    siteField(),
    {
      name: 'receivedAt',
      type: 'date',
      required: true,
      index: true,
      label: label('Tiếp nhận lúc', 'Received at'),
      admin: { position: 'sidebar', date: dayAndTimePicker },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'received',
      index: true,
      label: label('Tình trạng xử lý', 'Processing status'),
      admin: { position: 'sidebar' },
      options: [
        { value: 'received', label: label('Đã tiếp nhận', 'Received') },
        { value: 'forwarded', label: label('Đã chuyển đơn vị', 'Forwarded') },
        { value: 'outOfScope', label: label('Không thuộc phạm vi', 'Out of scope') },
        { value: 'answering', label: label('Đang soạn trả lời', 'Being answered') },
        { value: 'statusNotice', label: label('Đã hẹn ngày trả lời', 'Answer promised') },
        { value: 'answered', label: label('Đã trả lời', 'Answered') },
        { value: 'closed', label: label('Đã đóng', 'Closed') },
      ],
    },
    {
      name: 'forwardedTo',
      type: 'relationship',
      relationTo: 'units',
      label: label('Chuyển đến', 'Forwarded to'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'forwardedAt',
      type: 'date',
      label: label('Chuyển lúc', 'Forwarded at'),
      admin: { position: 'sidebar', date: dayAndTimePicker },
    },
    {
      name: 'promisedOn',
      type: 'date',
      label: label('Hẹn trả lời ngày', 'Promised on'),
      admin: { position: 'sidebar', date: dayPicker },
    },
    {
      name: 'answer',
      type: 'relationship',
      relationTo: 'answers',
      label: label('Trả lời công khai', 'Public answer'),
      admin: { position: 'sidebar' },
    },
    { name: 'note', type: 'textarea', label: label('Ghi chú nội bộ', 'Internal note') },
  ],
}
