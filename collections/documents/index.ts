import type { CollectionConfig } from 'payload'
import { normaliseDocumentNumber } from '#domain/text/normaliseDocumentNumber.ts'
import { governedAccess } from '#kit/governedAccess.ts'
import { label } from '#kit/label.ts'
import { dayPicker } from '../fields/datePickers.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { siteField } from '../fields/siteField.ts'
import { slugField } from '../fields/slugField.ts'
import { titleField } from '../fields/titleField.ts'

/** Official documents (văn bản), published in full text. */
export const documents: CollectionConfig = {
  slug: 'documents',
  labels: { singular: label('Văn bản', 'Document'), plural: label('Văn bản', 'Documents') },
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['number', 'title', 'kind', 'issuedOn', 'site'],
    group: label('Nội dung', 'Content'),
    listSearchableFields: ['number', 'title'],
  },
  access: governedAccess,
  versions: draftVersions,
  indexes: [{ fields: ['site', 'slug'], unique: true }],
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'number',
          type: 'text',
          required: true,
          maxLength: 80,
          label: label('Số, ký hiệu', 'Number'),
          admin: { placeholder: '204/2025/QĐ-UBND' },
        },
        {
          name: 'kind',
          type: 'select',
          required: true,
          label: label('Loại văn bản', 'Kind'),
          options: [
            {
              value: 'legal',
              label: label('Văn bản quy phạm pháp luật', 'Legal normative document'),
            },
            { value: 'decision', label: label('Quyết định', 'Decision') },
            { value: 'plan', label: label('Kế hoạch', 'Plan') },
            { value: 'notice', label: label('Thông báo', 'Notice') },
            { value: 'officialLetter', label: label('Công văn', 'Official letter') },
            { value: 'directive', label: label('Chỉ thị', 'Directive') },
            { value: 'resolution', label: label('Nghị quyết', 'Resolution') },
            { value: 'report', label: label('Báo cáo', 'Report') },
            { value: 'other', label: label('Khác', 'Other') },
          ],
        },
      ],
    },
    {
      name: 'numberKey',
      type: 'text',
      index: true,
      admin: { hidden: true },
      hooks: {
        beforeValidate: [
          ({ siblingData, value }) =>
            typeof siblingData?.number === 'string'
              ? normaliseDocumentNumber(siblingData.number)
              : value,
        ],
      },
    },
    titleField(label('Trích yếu', 'Abstract')),
    {
      type: 'row',
      fields: [
        {
          name: 'issuedOn',
          type: 'date',
          required: true,
          label: label('Ngày ban hành', 'Issued on'),
          admin: {
            date: dayPicker,
            description: label(
              'Thời hạn đăng văn bản tính từ ngày này.',
              'The time to publish the document runs from this day.',
            ),
          },
        },
        {
          name: 'effectiveOn',
          type: 'date',
          label: label('Ngày có hiệu lực', 'In force from'),
          admin: { date: dayPicker },
        },
        {
          name: 'expiresOn',
          type: 'date',
          label: label('Ngày hết hiệu lực', 'In force until'),
          admin: { date: dayPicker },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'issuer',
          type: 'relationship',
          relationTo: 'units',
          label: label('Cơ quan ban hành', 'Issuing body'),
        },
        { name: 'signer', type: 'text', maxLength: 120, label: label('Người ký', 'Signed by') },
      ],
    },
    {
      name: 'scope',
      type: 'relationship',
      relationTo: 'units',
      hasMany: true,
      label: label('Cơ quan thuộc phạm vi điều chỉnh', 'Bodies within its scope'),
      custom: { private: true },
      admin: {
        description: label(
          'Nội bộ, không đăng công khai. Mỗi cơ quan ở đây phải đăng văn bản trong 5 ngày làm việc kể từ ngày ban hành; cơ quan ban hành có 2 ngày.',
          'Internal, never public. Each body named here owes the document within 5 working days from its date of issue; the issuing body within 2.',
        ),
      },
    },
    { name: 'body', type: 'richText', localized: true, label: label('Toàn văn', 'Full text') },
    {
      name: 'files',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      label: label('Tệp văn bản', 'Files'),
    },
    siteField(),
    slugField('number'),
  ],
}
