import type { CollectionConfig } from 'payload'
import { isSignedIn, isSystemAdmin } from '#kit/access.ts'
import { label } from '#kit/label.ts'
import { dayPicker } from '../fields/datePickers.ts'

/** Bodies of the city by their official code, never by name: two spellings of one commune are in official data. */
export const units: CollectionConfig = {
  slug: 'units',
  labels: { singular: label('Đơn vị', 'Unit'), plural: label('Đơn vị', 'Units') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['code', 'name', 'kind', 'parent'],
    group: label('Tổ chức', 'Organisation'),
    listSearchableFields: ['code', 'name'],
  },
  access: { create: isSystemAdmin, read: isSignedIn, update: isSystemAdmin, delete: isSystemAdmin },
  versions: false,
  fields: [
    { name: 'code', type: 'text', required: true, unique: true, label: label('Mã đơn vị', 'Code') },
    { name: 'name', type: 'text', required: true, localized: true, label: label('Tên', 'Name') },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: label('Loại', 'Kind'),
      options: [
        { value: 'city', label: label('Thành phố', 'City') },
        { value: 'department', label: label('Sở, ban, ngành', 'Department') },
        { value: 'ward', label: label('Phường', 'Ward') },
        { value: 'commune', label: label('Xã', 'Commune') },
        { value: 'specialZone', label: label('Đặc khu', 'Special zone') },
        { value: 'agency', label: label('Đơn vị trực thuộc', 'Agency') },
        { value: 'pressAgency', label: label('Cơ quan báo chí', 'Press agency') },
      ],
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'units',
      label: label('Đơn vị cấp trên', 'Parent unit'),
    },
    {
      type: 'row',
      fields: [
        {
          name: 'validFrom',
          type: 'date',
          label: label('Có hiệu lực từ', 'Valid from'),
          admin: { date: dayPicker },
        },
        {
          name: 'validTo',
          type: 'date',
          label: label('Đến', 'Valid to'),
          admin: { date: dayPicker },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'latitude', type: 'number', min: -90, max: 90, label: label('Vĩ độ', 'Latitude') },
        {
          name: 'longitude',
          type: 'number',
          min: -180,
          max: 180,
          label: label('Kinh độ', 'Longitude'),
        },
      ],
    },
  ],
}
