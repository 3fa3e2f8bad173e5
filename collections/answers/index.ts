import type { CollectionConfig } from 'payload'
import { governedAccess } from '#kit/governedAccess.ts'
import { label } from '#kit/label.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { siteField } from '../fields/siteField.ts'
import { slugField } from '../fields/slugField.ts'
import { titleField } from '../fields/titleField.ts'

/** A citizen's question with its answer, as the public reads it. The case file with the asker's data is in `questions`. */
export const answers: CollectionConfig = {
  slug: 'answers',
  labels: {
    singular: label('Trả lời công khai', 'Public answer'),
    plural: label('Hỏi – đáp công khai', 'Public answers'),
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'site', 'field', 'answeredBy', 'updatedAt'],
    group: label('Hỏi – đáp', 'Questions'),
  },
  access: governedAccess,
  versions: draftVersions,
  indexes: [{ fields: ['site', 'slug'], unique: true }],
  fields: [
    titleField(label('Nội dung hỏi (tóm tắt)', 'Question in brief')),
    {
      name: 'questionText',
      type: 'textarea',
      required: true,
      localized: true,
      label: label('Câu hỏi', 'Question'),
      admin: {
        description: label(
          'Không nêu họ tên, địa chỉ, điện thoại của người hỏi.',
          'Without the name, address or telephone of the asker.',
        ),
      },
    },
    {
      name: 'body',
      type: 'richText',
      required: true,
      localized: true,
      label: label('Trả lời', 'Answer'),
    },
    siteField(),
    {
      name: 'answeredBy',
      type: 'relationship',
      relationTo: 'units',
      label: label('Đơn vị trả lời', 'Answered by'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'field',
      type: 'text',
      maxLength: 120,
      label: label('Lĩnh vực', 'Field'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'question',
      type: 'relationship',
      relationTo: 'questions',
      label: label('Câu hỏi gốc', 'Case file'),
      custom: { private: true },
      admin: { position: 'sidebar' },
    },
    slugField(),
  ],
}
