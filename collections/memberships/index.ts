import type { CollectionConfig } from 'payload'
import { anyOf, isCityRole, isOnBoardOf, isSystemAdmin } from '#kit/access.ts'
import { label } from '#kit/label.ts'

/** Who is what on which editorial board (P-6.3bis), from when to when, by which deciding document. */
export const memberships: CollectionConfig = {
  slug: 'memberships',
  labels: {
    singular: label('Thành viên Ban Biên tập', 'Board membership'),
    plural: label('Thành viên Ban Biên tập', 'Board memberships'),
  },
  admin: {
    defaultColumns: ['user', 'site', 'role', 'startsOn', 'endsOn'],
    group: label('Tổ chức', 'Organisation'),
  },
  access: {
    create: isSystemAdmin,
    read: anyOf(
      isCityRole('systemAdmin', 'auditor'),
      isOnBoardOf('head', 'deputy', 'member', 'editor'),
      ({ req }) => (req.user ? { user: { equals: req.user.id } } : false),
    ),
    update: isSystemAdmin,
    delete: () => false,
  },
  versions: false,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      label: label('Tài khoản', 'Account'),
    },
    {
      name: 'site',
      type: 'relationship',
      relationTo: 'sites',
      required: true,
      index: true,
      label: label('Cổng/Trang', 'Site'),
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      label: label('Vai trò', 'Role'),
      options: [
        { value: 'head', label: label('Trưởng Ban', 'Head of the board') },
        { value: 'deputy', label: label('Phó Trưởng Ban', 'Deputy head') },
        { value: 'member', label: label('Thành viên', 'Member') },
        { value: 'editor', label: label('Biên tập viên', 'Editor') },
        { value: 'collaborator', label: label('Cộng tác viên', 'Collaborator') },
      ],
    },
    {
      type: 'row',
      fields: [
        dayField('startsOn', label('Từ ngày', 'From'), true),
        dayField('endsOn', label('Đến hết ngày', 'Until'), false),
      ],
    },
    { name: 'decidedBy', type: 'text', label: label('Theo quyết định số', 'Deciding document') },
  ],
}

function dayField(name: string, text: ReturnType<typeof label>, required: boolean) {
  return {
    name,
    type: 'text' as const,
    required,
    index: true,
    label: text,
    admin: { placeholder: '2026-01-31', width: '50%' },
    validate: (value: unknown) =>
      (!required && (value === undefined || value === null || value === '')) ||
      (typeof value === 'string' &&
        /^\d{4}-\d{2}-\d{2}$/.test(value) &&
        !Number.isNaN(Date.parse(value))) ||
      'Ngày có dạng năm-tháng-ngày, ví dụ 2026-01-31.',
  }
}
