import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '#kit/access.ts'
import { label } from '#kit/label.ts'

/** Days that differ from the weekly rule, each with the notice it rests on. A notice changes them, since it moves deadlines. */
export const workingDays: CollectionConfig = {
  slug: 'working-days',
  dbName: 'working_days',
  labels: {
    singular: label('Ngày làm việc, nghỉ', 'Working day'),
    plural: label('Lịch làm việc', 'Working calendar'),
  },
  admin: {
    useAsTitle: 'date',
    defaultColumns: ['date', 'kind', 'reason', 'instrument', 'isProvisional'],
    group: label('Quy định', 'Rules'),
    description: label(
      'Chỉ để đọc. Ngày nghỉ, ngày làm bù được nhập theo thông báo tại Thời hạn, Lịch làm việc.',
      'To be read only. Days are entered by notice, under Deadlines, Working calendar.',
    ),
  },
  defaultSort: 'date',
  access: { create: nobody, read: isSignedIn, update: nobody, delete: nobody },
  versions: false,
  indexes: [{ fields: ['date', 'unit'], unique: true }],
  fields: [
    {
      name: 'date',
      type: 'text',
      required: true,
      index: true,
      label: label('Ngày', 'Day'),
      admin: { placeholder: '2026-09-02' },
      validate: (value: unknown) =>
        (typeof value === 'string' &&
          /^\d{4}-\d{2}-\d{2}$/.test(value) &&
          !Number.isNaN(Date.parse(value))) ||
        'Ngày có dạng năm-tháng-ngày, ví dụ 2026-09-02.',
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: label('Loại', 'Kind'),
      options: [
        { value: 'off', label: label('Nghỉ', 'Off') },
        { value: 'work', label: label('Làm bù', 'Working') },
        { value: 'halfDay', label: label('Nửa ngày', 'Half day') },
      ],
    },
    {
      name: 'reason',
      type: 'text',
      required: true,
      localized: true,
      label: label('Lý do', 'Reason'),
    },
    { name: 'instrument', type: 'text', required: true, label: label('Căn cứ', 'Instrument') },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      label: label('Chỉ áp dụng cho', 'Only for'),
    },
    {
      name: 'isProvisional',
      type: 'checkbox',
      defaultValue: false,
      label: label('Dự kiến', 'Provisional'),
    },
  ],
}
