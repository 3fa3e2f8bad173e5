import type { CollectionConfig } from 'payload'
import { governedAccess } from '#kit/governedAccess.ts'
import { label } from '#kit/label.ts'
import { dayPicker } from '../fields/datePickers.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { siteField } from '../fields/siteField.ts'
import { slugField } from '../fields/slugField.ts'
import { titleField } from '../fields/titleField.ts'

/** Fixed pages: introduction, organisation, contact, guides. Reviewed at stated dates (P-17). */
export const pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: label('Trang cố định', 'Page'), plural: label('Trang cố định', 'Pages') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'site', 'reviewBy', 'updatedAt'],
    group: label('Nội dung', 'Content'),
  },
  access: governedAccess,
  versions: draftVersions,
  indexes: [{ fields: ['site', 'slug'], unique: true }],
  fields: [
    titleField(label('Tiêu đề', 'Title')),
    {
      name: 'body',
      type: 'richText',
      required: true,
      localized: true,
      label: label('Nội dung', 'Body'),
    },
    siteField(),
    {
      name: 'reviewBy',
      type: 'date',
      label: label('Rà soát trước ngày', 'Review by'),
      admin: { position: 'sidebar', date: dayPicker },
    },
    slugField(),
  ],
}
