import type { CollectionConfig } from 'payload'
import { isCityRole } from '#kit/access.ts'
import { label } from '#kit/label.ts'
import { dayAndTimePicker } from '../fields/datePickers.ts'

/**
 * Radio stations, loudspeaker clusters and public boards. Only an `active` device is ever sent anything: a connection test
 * and a security check come first (S-6.2, S-8.4).
 */
export const devices: CollectionConfig = {
  slug: 'devices',
  labels: { singular: label('Thiết bị', 'Device'), plural: label('Thiết bị', 'Devices') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['code', 'name', 'deviceClass', 'unit', 'lifecycle'],
    group: label('Thông tin cơ sở', 'Grassroots information'),
    listSearchableFields: ['code', 'name'],
  },
  access: {
    create: isCityRole('systemAdmin', 'operator'),
    read: isCityRole('systemAdmin', 'operator', 'auditor', 'communeOperator'),
    update: isCityRole('systemAdmin', 'operator'),
    delete: () => false,
  },
  versions: false,
  fields: [
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      label: label('Mã thiết bị', 'Code'),
    },
    { name: 'name', type: 'text', required: true, label: label('Tên', 'Name') },
    {
      name: 'deviceClass',
      type: 'select',
      required: true,
      label: label('Loại', 'Class'),
      options: [
        { value: 'radioStation', label: label('Đài truyền thanh', 'Radio station') },
        { value: 'loudspeakerCluster', label: label('Cụm loa', 'Loudspeaker cluster') },
        { value: 'ledBoard', label: label('Bảng tin điện tử', 'LED board') },
      ],
    },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      required: true,
      index: true,
      label: label('Xã, phường', 'Commune'),
    },
    {
      name: 'groups',
      type: 'relationship',
      relationTo: 'device-groups',
      hasMany: true,
      label: label('Nhóm', 'Groups'),
    },
    {
      type: 'row',
      fields: [
        {
          name: 'channel',
          type: 'select',
          required: true,
          label: label('Kênh', 'Channel'),
          options: [
            { value: 'http', label: 'HTTP' },
            { value: 'mqtt', label: 'MQTT' },
          ],
        },
        {
          name: 'address',
          type: 'text',
          label: label('Địa chỉ (HTTP)', 'Address (HTTP)'),
          admin: { placeholder: 'http://…', condition: (data) => data?.channel === 'http' },
        },
      ],
    },
    {
      name: 'lifecycle',
      type: 'select',
      required: true,
      defaultValue: 'registered',
      index: true,
      label: label('Trạng thái', 'Lifecycle'),
      admin: { position: 'sidebar' },
      options: [
        { value: 'registered', label: label('Đã đăng ký', 'Registered') },
        { value: 'tested', label: label('Đã kiểm thử', 'Tested') },
        { value: 'active', label: label('Đang hoạt động', 'Active') },
        { value: 'suspended', label: label('Tạm dừng', 'Suspended') },
        { value: 'retired', label: label('Đã thu hồi', 'Retired') },
      ],
    },
    {
      name: 'testedAt',
      type: 'date',
      label: label('Kiểm thử lúc', 'Tested at'),
      admin: { position: 'sidebar', date: dayAndTimePicker },
    },
    {
      name: 'publicKey',
      type: 'text',
      label: label(
        'Khóa công khai của thiết bị (Ed25519, base64)',
        'Public key of the device (Ed25519, base64)',
      ),
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
    {
      name: 'screen',
      type: 'group',
      label: label('Màn hình', 'Screen'),
      admin: { condition: (data) => data?.deviceClass === 'ledBoard' },
      fields: [
        {
          name: 'width',
          type: 'number',
          min: 16,
          max: 7680,
          label: label('Rộng (điểm)', 'Width (px)'),
        },
        {
          name: 'height',
          type: 'number',
          min: 16,
          max: 4320,
          label: label('Cao (điểm)', 'Height (px)'),
        },
      ],
    },
  ],
}
