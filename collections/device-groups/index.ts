import type { CollectionConfig } from 'payload'
import { isCityRole, isSignedIn } from '#kit/access.ts'
import { label } from '#kit/label.ts'

/** Named sets of devices a bulletin may be aimed at. */
export const deviceGroups: CollectionConfig = {
  slug: 'device-groups',
  dbName: 'device_groups',
  labels: {
    singular: label('Nhóm thiết bị', 'Device group'),
    plural: label('Nhóm thiết bị', 'Device groups'),
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['code', 'name', 'unit'],
    group: label('Thông tin cơ sở', 'Grassroots information'),
  },
  access: {
    create: isCityRole('systemAdmin', 'operator'),
    read: isSignedIn,
    update: isCityRole('systemAdmin', 'operator'),
    delete: isCityRole('systemAdmin'),
  },
  versions: false,
  fields: [
    { name: 'code', type: 'text', required: true, unique: true, label: label('Mã', 'Code') },
    { name: 'name', type: 'text', required: true, label: label('Tên', 'Name') },
    { name: 'unit', type: 'relationship', relationTo: 'units', label: label('Đơn vị', 'Unit') },
  ],
}
