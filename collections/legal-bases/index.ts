import type { CollectionConfig } from 'payload'
import { isSignedIn, isSystemAdmin } from '#kit/access.ts'
import { capital } from '#domain/text/capital.ts'
import { shortCitation } from '#domain/text/citation.ts'
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
    // Payload takes no virtual field for a title: what the clause says names it, the citation stands first in lists and form.
    useAsTitle: 'title',
    listSearchableFields: ['title', 'clause', 'instrument'],
    defaultColumns: ['citation', 'title', 'clause', 'validFrom', 'validTo'],
    group: label('Quy định', 'Rules'),
  },
  access: { create: isSystemAdmin, read: isSignedIn, update: isSystemAdmin, delete: () => false },
  versions: false,
  indexes: [{ fields: ['clause', 'profile', 'validFrom'], unique: true }],
  fields: [
    {
      name: 'citation',
      type: 'text',
      virtual: true,
      label: label('Trích dẫn', 'Citation'),
      admin: { readOnly: true, condition: (data) => Boolean(data?.citation) },
      hooks: {
        afterRead: [
          ({ siblingData, req }) =>
            typeof siblingData.clause === 'string'
              ? capital(shortCitation(siblingData.clause, req.i18n?.language ?? 'vi'))
              : undefined,
        ],
      },
    },
    {
      name: 'clause',
      type: 'text',
      required: true,
      index: true,
      label: label('Mã điều khoản', 'Code of the clause'),
      admin: {
        description: label(
          'Ví dụ S-11.1a là điểm a khoản 1 Điều 11 Quy chế 5020.',
          'S-11.1a, for example, is Article 11(1)(a) of Regulation 5020.',
        ),
      },
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
