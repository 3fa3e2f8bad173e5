import type { CollectionConfig } from 'payload'
import { isSignedIn, isSystemAdmin } from '#kit/access.ts'
import { label } from '#kit/label.ts'
import { dayPicker } from '../fields/datePickers.ts'

/** The clauses that deadlines, windows, quotas and grounds rest on, with the time each is in force. */
export const legalBases: CollectionConfig = {
  slug: 'legal-bases',
  dbName: 'legal_bases',
  labels: {
    singular: label('Căn cứ pháp lý', 'Legal basis'),
    plural: label('Căn cứ pháp lý', 'Legal bases'),
  },
  admin: {
    useAsTitle: 'clause',
    defaultColumns: ['clause', 'title', 'instrument', 'validFrom', 'validTo'],
    group: label('Quy định', 'Rules'),
  },
  access: { create: isSystemAdmin, read: isSignedIn, update: isSystemAdmin, delete: () => false },
  versions: false,
  indexes: [{ fields: ['clause', 'profile', 'validFrom'], unique: true }],
  fields: [
    {
      name: 'clause',
      type: 'text',
      required: true,
      index: true,
      label: label('Điều khoản', 'Clause'),
    },
    {
      name: 'profile',
      type: 'select',
      required: true,
      defaultValue: 'all',
      label: label('Áp dụng cho', 'Profile'),
      options: [
        { value: 'all', label: label('Chung', 'All') },
        { value: 'hanoi', label: 'Hà Nội' },
        { value: 'haiphong', label: 'Hải Phòng' },
      ],
    },
    {
      name: 'title',
      type: 'text',
      required: true,
      localized: true,
      label: label('Nội dung', 'Title'),
    },
    { name: 'instrument', type: 'text', required: true, label: label('Văn bản', 'Instrument') },
    { name: 'text', type: 'textarea', label: label('Nguyên văn', 'Text') },
    {
      type: 'row',
      fields: [
        {
          name: 'validFrom',
          type: 'date',
          label: label('Hiệu lực từ', 'In force from'),
          admin: { date: dayPicker },
        },
        {
          name: 'validTo',
          type: 'date',
          label: label('Đến', 'In force until'),
          admin: { date: dayPicker },
        },
      ],
    },
  ],
}
