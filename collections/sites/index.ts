import type { CollectionConfig } from 'payload'
import { isSignedIn, isSystemAdmin } from '#kit/access.ts'
import { label } from '#kit/label.ts'

/**
 * The registry of sites: the city portal and its component sites, hosted here or elsewhere. Only what routing needs; what
 * a visitor reads of a site (its name in the masthead, menu, contact) is decided by its board in `site-settings`.
 */
export const sites: CollectionConfig = {
  slug: 'sites',
  labels: { singular: label('Cổng/Trang', 'Site'), plural: label('Cổng và trang', 'Sites') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['code', 'name', 'kind', 'hosting', 'isActive'],
    group: label('Tổ chức', 'Organisation'),
    listSearchableFields: ['code', 'name'],
  },
  access: { create: isSystemAdmin, read: isSignedIn, update: isSystemAdmin, delete: isSystemAdmin },
  versions: false,
  fields: [
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      label: label('Mã', 'Code'),
      admin: {
        description: label(
          'Chữ thường không dấu và gạch nối; cũng là tên dòng phát hành. Không đổi sau khi tạo.',
          'Lower-case letters, digits and hyphens; also the name of its release log. Fixed once made.',
        ),
      },
      validate: (value: unknown) =>
        (typeof value === 'string' &&
          /^[a-z0-9][a-z0-9-]{1,60}$/.test(value) &&
          value !== 'common') ||
        'Mã chỉ gồm a–z, 0–9 và gạch nối (2–61 ký tự), khác “common”.',
      access: { update: () => false },
    },
    { name: 'name', type: 'text', required: true, localized: true, label: label('Tên', 'Name') },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'component',
      index: true,
      label: label('Cấp', 'Kind'),
      options: [
        { value: 'city', label: label('Cổng cấp Thành phố', 'City portal') },
        { value: 'component', label: label('Trang thành phần', 'Component site') },
      ],
    },
    {
      name: 'hosting',
      type: 'select',
      required: true,
      defaultValue: 'here',
      label: label('Nơi vận hành', 'Hosting'),
      options: [
        { value: 'here', label: label('Trên hệ thống này', 'On this system') },
        {
          value: 'external',
          label: label('Bên ngoài, nhận qua nguồn cấp', 'Elsewhere, through the feed'),
        },
      ],
    },
    { name: 'host', type: 'text', unique: true, label: label('Tên miền', 'Host name') },
    { name: 'path', type: 'text', unique: true, label: label('Đường dẫn', 'Path') },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      index: true,
      label: label('Cơ quan chủ quản', 'Unit'),
    },
    {
      name: 'languages',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['vi'],
      label: label('Ngôn ngữ', 'Languages'),
      options: [
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ],
    },
    {
      name: 'isActive',
      type: 'checkbox',
      defaultValue: true,
      label: label('Đang hoạt động', 'Active'),
    },
  ],
}
