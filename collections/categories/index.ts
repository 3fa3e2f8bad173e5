import type { CollectionConfig } from 'payload'
import { isStaff } from '#kit/access.ts'
import { governedAccess } from '#kit/governedAccess.ts'
import { label } from '#kit/label.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { slugField } from '../fields/slugField.ts'
import { titleField } from '../fields/titleField.ts'
import { isOnCityBoard } from './isOnCityBoard.ts'

/** Sections (chuyên mục) that all sites share; decided by the city's board and released in the log `common`. */
export const categories: CollectionConfig = {
  slug: 'categories',
  labels: { singular: label('Chuyên mục', 'Section'), plural: label('Chuyên mục', 'Sections') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'order'],
    group: label('Nội dung', 'Content'),
  },
  access: {
    ...governedAccess,
    create: isOnCityBoard,
    read: isStaff,
    readVersions: isStaff,
    update: isOnCityBoard,
    delete: isOnCityBoard,
  },
  versions: draftVersions,
  fields: [
    titleField(label('Tên chuyên mục', 'Name')),
    slugField(),
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      label: label('Giới thiệu', 'Description'),
    },
    {
      name: 'order',
      type: 'number',
      defaultValue: 100,
      label: label('Thứ tự', 'Order'),
      admin: { position: 'sidebar' },
    },
  ],
}
