import type { Field } from 'payload'
import type { Label } from '#kit/label.ts'
import { composeUnicode } from './composeUnicode.ts'

/** A localized, required one-line title, stored in Unicode NFC. */
export const titleField = (text: Label, name = 'title'): Field => ({
  name,
  type: 'text',
  required: true,
  localized: true,
  maxLength: 300,
  label: text,
  hooks: { beforeValidate: [composeUnicode] },
})
