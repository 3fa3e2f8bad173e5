import type { CollectionConfig, DateFieldValidation, TextareaFieldValidation } from 'payload'
import { governedAccess } from '#kit/governedAccess.ts'
import { label } from '#kit/label.ts'
import { dayAndTimePicker } from '../fields/datePickers.ts'
import { draftVersions } from '../fields/draftVersions.ts'
import { siteField } from '../fields/siteField.ts'
import { slugField } from '../fields/slugField.ts'
import { titleField } from '../fields/titleField.ts'
import type { Field } from 'payload'

type DateOptions = Parameters<DateFieldValidation>[1]
type TextOptions = Parameters<TextareaFieldValidation>[1]

/**
 * Bulletins for commune radio and public boards (S-12, H-12).
 *
 * @param settings.topics the profile's categories of bulletins, codes and labels
 */
export const createBulletins = (settings: {
  topics: { value: string; label: { vi: string; en: string } }[]
}): CollectionConfig => ({
  slug: 'bulletins',
  labels: { singular: label('Bản tin', 'Bulletin'), plural: label('Bản tin', 'Bulletins') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'priority', 'site', 'broadcastAt', 'expiresAt'],
    group: label('Thông tin cơ sở', 'Grassroots information'),
  },
  access: governedAccess,
  versions: draftVersions,
  indexes: [{ fields: ['site', 'slug'], unique: true }],
  fields: [
    titleField(label('Tiêu đề', 'Title')),
    {
      name: 'text',
      type: 'textarea',
      required: true,
      localized: true,
      label: label('Nội dung', 'Text'),
      admin: { description: label('Khoảng 300 đến 500 chữ.', 'About 300 to 500 words.') },
    },
    {
      name: 'spokenText',
      type: 'textarea',
      localized: true,
      label: label('Lời đọc', 'Spoken text'),
      admin: {
        description: label(
          'Viết đúng như loa sẽ đọc: ngày, giờ, số và chữ viết tắt bằng chữ.',
          'As the loudspeaker will say it: dates, hours, numbers and abbreviations in words.',
        ),
      },
    },
    { name: 'audio', type: 'upload', relationTo: 'media', label: label('Tệp âm thanh', 'Audio') },
    { name: 'image', type: 'upload', relationTo: 'media', label: label('Hình ảnh', 'Image') },
    { name: 'video', type: 'upload', relationTo: 'media', label: label('Video', 'Video') },
    {
      name: 'areas',
      type: 'relationship',
      relationTo: 'units',
      hasMany: true,
      label: label('Địa bàn phát', 'Target areas'),
      admin: {
        description: label(
          'Chọn thành phố để phát toàn thành phố.',
          'Choose the city for everywhere.',
        ),
      },
    },
    {
      name: 'deviceGroups',
      type: 'relationship',
      relationTo: 'device-groups',
      hasMany: true,
      label: label('Nhóm thiết bị', 'Device groups'),
    },
    siteField(),
    ...placeAndTime(settings.topics),
    slugField(),
  ],
})

const placeAndTime = (topics: { value: string; label: { vi: string; en: string } }[]): Field[] => [
  {
    name: 'priority',
    type: 'select',
    required: true,
    defaultValue: 'normal',
    label: label('Mức độ ưu tiên', 'Priority'),
    admin: { position: 'sidebar' },
    options: [
      { value: 'emergency', label: label('Khẩn cấp', 'Emergency') },
      { value: 'priority', label: label('Ưu tiên', 'Priority') },
      { value: 'normal', label: label('Thông thường', 'Normal') },
    ],
  },
  {
    name: 'messageKind',
    type: 'select',
    required: true,
    defaultValue: 'alert',
    label: label('Loại thông điệp', 'Message kind'),
    admin: { position: 'sidebar' },
    options: [
      { value: 'alert', label: label('Thông báo mới', 'Alert') },
      { value: 'update', label: label('Cập nhật', 'Update') },
      { value: 'cancel', label: label('Hủy', 'Cancel') },
      { value: 'exercise', label: label('Diễn tập', 'Exercise') },
    ],
  },
  {
    name: 'topic',
    type: 'select',
    label: label('Nhóm nội dung', 'Topic'),
    admin: { position: 'sidebar' },
    options: topics,
  },
  {
    name: 'supplier',
    type: 'relationship',
    relationTo: 'units',
    label: label('Đơn vị cung cấp', 'Supplying unit'),
    admin: { position: 'sidebar' },
  },
  {
    name: 'proposedPriority',
    type: 'select',
    label: label('Mức ưu tiên đề xuất', 'Proposed priority'),
    admin: {
      position: 'sidebar',
      description: label(
        'Đơn vị cung cấp đề xuất; Ban Biên tập quyết định ở ô "Mức độ ưu tiên".',
        'What the supplier asks for; the board decides in "Priority".',
      ),
    },
    options: [
      { value: 'emergency', label: label('Khẩn cấp', 'Emergency') },
      { value: 'priority', label: label('Ưu tiên', 'Priority') },
      { value: 'normal', label: label('Thông thường', 'Normal') },
    ],
  },
  {
    name: 'answer',
    type: 'relationship',
    relationTo: 'answers',
    label: label('Từ câu trả lời', 'From the answer'),
    admin: { position: 'sidebar', condition: (data) => Boolean(data?.answer) },
  },
  {
    name: 'broadcastAt',
    type: 'date',
    label: label('Thời điểm phát', 'Broadcast at'),
    admin: { position: 'sidebar', date: dayAndTimePicker },
  },
  {
    name: 'expiresAt',
    type: 'date',
    // Boards and the portal show an emergency until it ends; one without an end would never leave, or never show. An exercise
    // sounds at once, too, and ends.
    validate: (value: unknown, { siblingData, req }: DateOptions) => {
      const { priority, messageKind } = siblingData as { priority?: string; messageKind?: string }
      if ((priority !== 'emergency' && messageKind !== 'exercise') || value) return true
      return req.i18n?.language === 'en'
        ? 'An emergency or an exercise needs the time at which it ends.'
        : 'Bản tin khẩn cấp hoặc diễn tập phải có thời điểm hết hiệu lực.'
    },
    label: label('Hết hiệu lực lúc', 'Expires at'),
    admin: { position: 'sidebar', date: dayAndTimePicker },
  },
  {
    name: 'supersedes',
    type: 'relationship',
    relationTo: 'bulletins',
    label: label('Thay cho bản tin', 'Supersedes'),
    admin: { position: 'sidebar' },
  },
  {
    name: 'reasonCode',
    type: 'text',
    maxLength: 60,
    label: label('Lý do khẩn cấp', 'Reason for the emergency'),
    admin: { position: 'sidebar', condition: (data) => data?.priority === 'emergency' },
  },
  {
    name: 'isOverride',
    type: 'checkbox',
    defaultValue: false,
    label: label('Thành phố trực tiếp điều khiển phát', 'The city takes direct control'),
    admin: {
      position: 'sidebar',
      condition: (data) => data?.priority === 'emergency',
      description: label(
        'Trường hợp đặc biệt: phát ngay, không chờ xã. Lý do được ghi lại.',
        'Special case: played at once without the commune; the reason is recorded.',
      ),
    },
  },
  {
    name: 'overrideReason',
    type: 'textarea',
    maxLength: 500,
    label: label('Lý do trực tiếp điều khiển', 'Reason for taking control'),
    admin: { position: 'sidebar', condition: (data) => Boolean(data?.isOverride) },
    validate: (value: unknown, { siblingData, req }: TextOptions) => {
      const { isOverride } = siblingData as { isOverride?: boolean }
      if (!isOverride || (typeof value === 'string' && value.trim())) return true
      return req.i18n?.language === 'en'
        ? 'Say why the city takes direct control.'
        : 'Cần ghi lý do thành phố trực tiếp điều khiển.'
    },
  },
]
