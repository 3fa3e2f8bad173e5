import type { CollectionConfig } from 'payload'
import { isCityRole } from '#kit/access.ts'
import { label } from '#kit/label.ts'

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
            { value: 'mqtt', label: 'MQTT' },
            { value: 'http', label: 'HTTP' },
            { value: 'pull', label: label('Thiết bị tự lấy', 'Device pulls') },
            { value: 'player', label: label('Trình chiếu trên trình duyệt', 'Browser player') },
            { value: 'icecast', label: 'Liquidsoap / Icecast' },
            { value: 'cap', label: 'CAP 1.2' },
            { value: 'httttn', label: label('JSON kiểu HTTTN', 'HTTTN JSON') },
            { value: 'byradio', label: label('Bảng MQTT kiểu RadioTech', 'RadioTech MQTT board') },
          ],
        },
        {
          name: 'address',
          type: 'text',
          label: label('Địa chỉ', 'Address'),
          admin: {
            placeholder: 'https://…',
            condition: (data) =>
              ['http', 'icecast', 'cap', 'httttn'].includes(String(data?.channel)),
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'make', type: 'text', maxLength: 80, label: label('Hãng sản xuất', 'Make') },
        { name: 'model', type: 'text', maxLength: 80, label: label('Kiểu máy', 'Model') },
        {
          name: 'gateway',
          type: 'text',
          maxLength: 80,
          index: true,
          label: label('Cổng kết nối', 'Gateway'),
          admin: {
            description: label(
              'Mã của thiết bị hoặc đường truyền mà cụm này đi qua; mất cổng thì báo một lần cho cả cụm.',
              'Code of what this device is connected through; when it is lost, one alert speaks for all behind it.',
            ),
          },
        },
      ],
    },
    {
      name: 'capabilities',
      type: 'group',
      label: label('Khả năng', 'Capabilities'),
      fields: [
        {
          name: 'forms',
          type: 'select',
          hasMany: true,
          label: label('Hình thức nhận được', 'Forms it takes'),
          options: [
            { value: 'text', label: label('Bản tin ký tự', 'Text') },
            { value: 'audio', label: label('Âm thanh', 'Audio') },
            { value: 'image', label: label('Hình ảnh', 'Image') },
            { value: 'video', label: label('Video', 'Video') },
          ],
        },
        {
          name: 'speaksText',
          type: 'checkbox',
          label: label('Tự đọc được văn bản', 'Speaks text by itself'),
        },
        {
          name: 'maxMegabytes',
          type: 'number',
          min: 1,
          label: label('Tệp lớn nhất (MB)', 'Largest file (MB)'),
        },
      ],
    },
    {
      name: 'alternate',
      type: 'group',
      label: label('Kênh dự phòng', 'Alternate channel'),
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'channel',
              type: 'select',
              label: label('Kênh', 'Channel'),
              options: [
                { value: 'mqtt', label: 'MQTT' },
                { value: 'http', label: 'HTTP' },
                { value: 'pull', label: label('Thiết bị tự lấy', 'Device pulls') },
              ],
            },
            { name: 'address', type: 'text', label: label('Địa chỉ', 'Address') },
          ],
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
      // Its own acts change it: a test, a check, a suspension with its reason.
      access: { create: () => false, update: () => false },
      admin: { position: 'sidebar', readOnly: true },
      options: [
        { value: 'registered', label: label('Đã đăng ký', 'Registered') },
        { value: 'tested', label: label('Đã kiểm thử', 'Tested') },
        { value: 'active', label: label('Đang hoạt động', 'Active') },
        { value: 'suspended', label: label('Tạm dừng', 'Suspended') },
        { value: 'retired', label: label('Đã thu hồi', 'Retired') },
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
