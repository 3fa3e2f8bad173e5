import type { CollectionConfig } from 'payload'
import { anyOf, isCityRole, isSystemAdmin } from '#kit/access.ts'
import { hasCityRole } from '#kit/membershipsOf.ts'
import { label } from '#kit/label.ts'
import { demandStrongPassword } from './demandStrongPassword.ts'
import { forgottenPasswordMail } from './forgottenPasswordMail.ts'
import { refuseInactive } from './refuseInactive.ts'
import { refuseOwnRights } from './refuseOwnRights.ts'
import { makeFirstUserAdministrator } from './makeFirstUserAdministrator.ts'

/** People who sign in. What they may do for one site stands in the register of boards; here only what holds for the whole city. */
export const users: CollectionConfig = {
  slug: 'users',
  labels: { singular: label('Tài khoản', 'Account'), plural: label('Tài khoản', 'Accounts') },
  auth: {
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    useAPIKey: false,
    forgotPassword: forgottenPasswordMail,
  },
  admin: {
    useAsTitle: 'fullName',
    defaultColumns: ['fullName', 'email', 'unit', 'roles', 'isActive'],
    group: label('Tổ chức', 'Organisation'),
  },
  access: {
    admin: ({ req }) => Boolean(req.user) && req.user?.isActive !== false,
    create: isSystemAdmin,
    read: anyOf(isCityRole('systemAdmin', 'auditor'), ({ req }) =>
      req.user ? { id: { equals: req.user.id } } : false,
    ),
    update: anyOf(isSystemAdmin, ({ req }) => (req.user ? { id: { equals: req.user.id } } : false)),
    delete: () => false,
    unlock: isSystemAdmin,
  },
  hooks: {
    beforeOperation: [refuseOwnRights],
    beforeLogin: [refuseInactive],
    beforeValidate: [demandStrongPassword],
    beforeChange: [makeFirstUserAdministrator],
  },
  // Log-ins go by REST alone, where attempts are counted.
  graphQL: { disableMutations: true },
  versions: false,
  fields: [
    { name: 'fullName', type: 'text', required: true, label: label('Họ và tên', 'Full name') },
    {
      name: 'unit',
      type: 'relationship',
      relationTo: 'units',
      label: label('Đơn vị', 'Unit'),
      access: { update: ({ req }) => hasCityRole(req, 'systemAdmin') },
    },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      saveToJWT: true,
      label: label('Vai trò toàn hệ thống', 'City-wide roles'),
      access: {
        create: ({ req }) => hasCityRole(req, 'systemAdmin'),
        update: ({ req }) => hasCityRole(req, 'systemAdmin'),
      },
      options: [
        { value: 'systemAdmin', label: label('Quản trị hệ thống', 'System administrator') },
        { value: 'operator', label: label('Đơn vị vận hành', 'Operator') },
        { value: 'auditor', label: label('Kiểm tra, giám sát', 'Auditor') },
        {
          value: 'communeOperator',
          label: label('Vận hành cơ sở (xã, phường)', 'Commune operator'),
        },
        {
          value: 'communeChair',
          label: label('Chủ tịch UBND cấp xã', 'Chair of a commune People’s Committee'),
        },
      ],
    },
    {
      name: 'isActive',
      type: 'checkbox',
      defaultValue: true,
      label: label('Đang hoạt động', 'Active'),
      access: { update: ({ req }) => hasCityRole(req, 'systemAdmin') },
    },
    {
      name: 'identityNumber',
      type: 'text',
      maxLength: 20,
      index: true,
      label: label('Số định danh cá nhân', 'Personal identity number'),
      admin: {
        description: label(
          'Hai tài khoản cùng số là một người: người đó không thể vừa viết vừa duyệt bằng hai tài khoản.',
          'Two accounts with one number are one person, who cannot write with the one and approve with the other.',
        ),
      },
      access: {
        create: ({ req }) => hasCityRole(req, 'systemAdmin'),
        read: ({ req }) => hasCityRole(req, 'systemAdmin', 'auditor'),
        update: ({ req }) => hasCityRole(req, 'systemAdmin'),
      },
    },
    {
      name: 'preferredLocale',
      type: 'select',
      defaultValue: 'vi',
      label: label('Ngôn ngữ thư báo', 'Language of notices'),
      options: [
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ],
    },
  ],
}
