import type { Field } from 'payload'
import { label } from '#kit/label.ts'

/**
 * Where a copy comes from. Only the system writes it: it travels in the released text, so it is hashed and decided with it.
 */
export const originField: Field = {
  name: 'origin',
  type: 'group',
  label: label('Nguồn gốc bài', 'Origin'),
  access: { create: () => false, update: () => false },
  admin: { hidden: true },
  custom: { isOneField: true },
  fields: [
    { name: 'site', type: 'text', label: label('Trang gốc', 'Site of origin') },
    { name: 'collection', type: 'text', label: label('Loại nội dung', 'Collection') },
    { name: 'item', type: 'text', label: label('Mã bài gốc', 'Item') },
    { name: 'seq', type: 'number', label: label('Số phát hành', 'Release') },
    { name: 'sha256', type: 'text', label: label('Dấu vân tay bản gốc', 'Hash') },
    { name: 'url', type: 'text', label: label('Địa chỉ bản gốc', 'Address of the original') },
    { name: 'siteName', type: 'text', label: label('Tên trang gốc', 'Name of the site') },
    { name: 'publishedAt', type: 'date', label: label('Đăng lần đầu', 'First published') },
    { name: 'hops', type: 'json', label: label('Đã qua các trang', 'Went through') },
    { name: 'isAdapted', type: 'checkbox', label: label('Đã biên tập lại', 'Adapted here') },
    {
      name: 'mode',
      type: 'select',
      label: label('Hình thức', 'Mode'),
      options: [
        { value: 'copy', label: label('Toàn văn', 'Full text') },
        { value: 'link', label: label('Dẫn liên kết', 'Link') },
      ],
    },
  ],
}
