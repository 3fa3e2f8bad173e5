import type { Field, PayloadRequest } from 'payload'
import { label } from '#kit/label.ts'
import { membershipsOf } from '#kit/membershipsOf.ts'

/**
 * The site a document belongs to. It decides whose board decides. A new document begins at the writer's own site: without
 * one, the draft that the editor saves at once would be nobody's, and its writer could not open it.
 */
export const siteField = (options: { isRequired?: boolean } = {}): Field => ({
  name: 'site',
  type: 'relationship',
  relationTo: 'sites',
  required: options.isRequired ?? true,
  index: true,
  defaultValue: async ({ req }: { req?: PayloadRequest }) =>
    req ? (await membershipsOf(req))[0]?.site : undefined,
  label: label('Cổng/Trang', 'Site'),
  admin: { position: 'sidebar' },
})
