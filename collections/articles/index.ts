import type { CollectionConfig } from 'payload'
import { governedAccess } from '#kit/governedAccess.ts'
import { label } from '#kit/label.ts'
import { dayPicker } from '../fields/datePickers.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { siteField } from '../fields/siteField.ts'
import { slugField } from '../fields/slugField.ts'
import { titleField } from '../fields/titleField.ts'

/** News items and articles (tin, bài). Author, source agency and time of release travel with each (P-15.2a). */
export const articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: label('Tin, bài', 'Article'), plural: label('Tin, bài', 'Articles') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'site', 'category', 'author', 'updatedAt'],
    group: label('Nội dung', 'Content'),
  },
  access: governedAccess,
  versions: draftVersions,
  indexes: [{ fields: ['site', 'slug'], unique: true }],
  fields: [
    titleField(label('Tiêu đề', 'Title')),
    {
      name: 'lead',
      type: 'textarea',
      localized: true,
      maxLength: 600,
      label: label('Tóm tắt', 'Lead'),
      admin: {
        description: label(
          'Một đến ba câu, đứng dưới tiêu đề.',
          'One to three sentences below the title.',
        ),
      },
    },
    {
      name: 'body',
      type: 'richText',
      required: true,
      localized: true,
      label: label('Nội dung', 'Body'),
    },
    {
      name: 'attachments',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      label: label('Tệp đính kèm', 'Attachments'),
    },
    siteField(),
    {
      name: 'category',
      type: 'relationship',
      relationTo: 'categories',
      required: true,
      label: label('Chuyên mục', 'Section'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'cover',
      type: 'upload',
      relationTo: 'media',
      label: label('Ảnh đại diện', 'Cover picture'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'author',
      type: 'text',
      maxLength: 120,
      label: label('Tác giả', 'Author'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'sourceAgency',
      type: 'text',
      maxLength: 200,
      label: label('Cơ quan cung cấp (nguồn)', 'Source agency'),
      admin: { position: 'sidebar' },
    },
    {
      name: 'contentKind',
      type: 'select',
      required: true,
      defaultValue: 'newsEvent',
      label: label('Loại thông tin (khoản 1 Điều 13)', 'Kind of content (Article 13(1))'),
      admin: { position: 'sidebar' },
      options: [
        {
          value: 'newsEvent',
          label: label('Tin tức, sự kiện, chỉ đạo điều hành', 'News, events, direction'),
        },
        {
          value: 'policyLaw',
          label: label('Pháp luật, chính sách, chế độ', 'Law, policy, regime'),
        },
        {
          value: 'planTender',
          label: label('Chiến lược, quy hoạch, dự án, đấu thầu', 'Plans, projects, tenders'),
        },
        {
          value: 'programme',
          label: label('Chương trình, đề tài khoa học', 'Programmes, research'),
        },
        { value: 'statistics', label: label('Thông tin thống kê', 'Statistics') },
        { value: 'other', label: label('Khác', 'Other') },
      ],
    },
    {
      name: 'eventOn',
      type: 'date',
      label: label('Ngày ban hành, phê duyệt hoặc công bố', 'Issued, approved or decided on'),
      custom: { private: true },
      admin: {
        position: 'sidebar',
        date: dayPicker,
        condition: (data) => hasDeadline.has(String(data.contentKind)),
        description: label(
          'Nội bộ, không đăng công khai. Ngày chính sách được ban hành, dự án hoặc đề tài được phê duyệt, hoặc thủ trưởng quyết định công bố số liệu. Thời hạn đăng tin tính từ ngày này; để trống thì không tính hạn.',
          'Internal, never public. The day the policy was issued, the project or programme was approved, or the head decided to publish the figures. The time to publish runs from this day; without it no clock runs.',
        ),
      },
    },
    slugField(),
  ],
}

/** Kinds of content that a clause gives a time for (P-13.1b, d, f, g); the obligations bear the same codes. */
const hasDeadline = new Set(['policyLaw', 'planTender', 'programme', 'statistics'])
