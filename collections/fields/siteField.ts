import type { Field } from 'payload'
import { label } from '#kit/label.ts'

/** The site a document belongs to. It decides whose board decides. */
export const siteField = (options: { isRequired?: boolean } = {}): Field => ({
  name: 'site',
  type: 'relationship',
  relationTo: 'sites',
  required: options.isRequired ?? true,
  index: true,
  label: label('Cổng/Trang', 'Site'),
  admin: { position: 'sidebar' },
})
