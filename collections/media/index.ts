import type { Access, CollectionConfig } from 'payload'
import {
  allOf,
  anyOf,
  isCityRole,
  isOnBoardOf,
  isSignedIn,
  isSystemAdmin,
  staysAtOwnSites,
} from '#kit/access.ts'
import { membershipsOf } from '#kit/membershipsOf.ts'
import { label } from '#kit/label.ts'
import { siteField } from '../fields/siteField.ts'
import { answerMissingFile } from './answerMissingFile.ts'
import { nameByContent } from './nameByContent.ts'

/** Kinds of file an editor may upload; the portal says the kind and size beside each. */
export const acceptedMimeTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'audio/mpeg',
  'audio/wav',
  'audio/x-wav',
  'audio/mp4',
  'audio/ogg',
  'video/mp4',
  'video/webm',
]

/** Files of one's own sites, and those that belong to none. */
const onOwnShelves: Access = async ({ req }) => {
  const own = await membershipsOf(req)
  if (own.length === 0) return false
  return { or: [{ site: { in: own.map((one) => one.site) } }, { site: { exists: false } }] }
}

/**
 * Uploaded files. Only signed-in people of a board see these; the public is given copies that a release froze under the
 * hash of their content.
 *
 * @param settings.mediaDir absolute folder of the files
 */
export const createMedia = (settings: { mediaDir: string }): CollectionConfig => ({
  slug: 'media',
  labels: { singular: label('Tệp', 'File'), plural: label('Thư viện tệp', 'Files') },
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'site', 'filesize'],
    group: label('Nội dung', 'Content'),
  },
  access: {
    create: allOf(isSignedIn, staysAtOwnSites),
    read: anyOf(isCityRole('systemAdmin', 'auditor', 'operator'), onOwnShelves),
    update: allOf(
      isOnBoardOf('head', 'deputy', 'member', 'editor', 'collaborator'),
      staysAtOwnSites,
    ),
    delete: anyOf(isSystemAdmin, isOnBoardOf('head', 'deputy', 'editor')),
  },
  versions: false,
  upload: {
    staticDir: settings.mediaDir,
    handlers: [answerMissingFile(settings.mediaDir)],
    mimeTypes: acceptedMimeTypes,
    // Both rewrite bytes under a name that a submission may have frozen; a changed picture is a new file.
    crop: false,
    focalPoint: false,
    imageSizes: [
      { name: 'card', width: 640, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 78 } } },
      { name: 'wide', width: 1280, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 78 } } },
    ],
    adminThumbnail: 'card',
  },
  hooks: { beforeOperation: [nameByContent] },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      localized: true,
      maxLength: 300,
      label: label('Mô tả thay cho hình', 'Alternative text'),
      admin: {
        description: label(
          'Người không nhìn thấy hình nghe câu này.',
          'What somebody who cannot see the picture is told.',
        ),
      },
    },
    { name: 'credit', type: 'text', label: label('Nguồn, tác giả', 'Credit') },
    {
      name: 'seconds',
      type: 'number',
      label: label('Thời lượng (giây)', 'Length (s)'),
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, condition: (data) => typeof data?.seconds === 'number' },
    },
    {
      name: 'loudness',
      type: 'number',
      label: label('Độ to (LUFS)', 'Loudness (LUFS)'),
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, condition: (data) => typeof data?.loudness === 'number' },
    },
    siteField({ isRequired: false }),
  ],
})
