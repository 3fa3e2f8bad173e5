import type { CollectionConfig } from 'payload'
import { governedAccess } from '#kit/governedAccess.ts'
import { label } from '#kit/label.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { siteField } from '../fields/siteField.ts'
import { titleField } from '../fields/titleField.ts'

/** What every page of a site shows around its content. Governed: a menu or a notice is as public as an article. */
export const siteSettings: CollectionConfig = {
  slug: 'site-settings',
  dbName: 'site_settings',
  labels: {
    singular: label('Thông tin chung của trang', 'Site settings'),
    plural: label('Thông tin chung của các trang', 'Site settings'),
  },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'site', 'updatedAt'],
    group: label('Tổ chức', 'Organisation'),
  },
  access: governedAccess,
  versions: draftVersions,
  fields: [
    siteField(),
    titleField(label('Tên hiển thị', 'Displayed name')),
    {
      name: 'slug',
      type: 'text',
      defaultValue: 'site',
      admin: { hidden: true },
    },
    {
      name: 'unitLine',
      type: 'text',
      localized: true,
      label: label('Dòng tên đơn vị', 'Unit line'),
    },
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      label: label('Giới thiệu ngắn', 'Description'),
    },
    {
      name: 'contact',
      type: 'group',
      label: label('Liên hệ', 'Contact'),
      fields: [
        { name: 'address', type: 'text', localized: true, label: label('Địa chỉ', 'Address') },
        { name: 'phone', type: 'text', label: label('Điện thoại', 'Telephone') },
        { name: 'email', type: 'text', label: label('Thư điện tử', 'E-mail') },
      ],
    },
    {
      name: 'menu',
      type: 'array',
      maxRows: 12,
      label: label('Trình đơn', 'Menu'),
      fields: [
        {
          name: 'label',
          type: 'text',
          localized: true,
          required: true,
          label: label('Nhãn', 'Label'),
        },
        {
          name: 'href',
          type: 'text',
          required: true,
          label: label('Đường dẫn', 'Link'),
          validate: (value: unknown) =>
            (typeof value === 'string' && /^(\/(?!\/)|https?:\/\/)\S*$/.test(value)) ||
            'Bắt đầu bằng / hoặc http(s)://',
        },
      ],
    },
    {
      name: 'notice',
      type: 'group',
      label: label('Thông báo đầu trang', 'Notice'),
      fields: [
        {
          name: 'isShown',
          type: 'checkbox',
          defaultValue: false,
          label: label('Hiển thị', 'Shown'),
        },
        { name: 'message', type: 'textarea', localized: true, label: label('Nội dung', 'Message') },
      ],
    },
    {
      name: 'theme',
      type: 'group',
      label: label('Giao diện', 'Theme'),
      fields: [
        {
          name: 'mastheadColour',
          type: 'text',
          label: label('Màu đầu trang (#rrggbb)', 'Masthead colour (#rrggbb)'),
          validate: (value: unknown) =>
            value === null ||
            value === undefined ||
            value === '' ||
            (typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value)) ||
            'Màu có dạng #rrggbb',
        },
      ],
    },
  ],
}
