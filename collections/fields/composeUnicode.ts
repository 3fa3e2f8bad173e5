import type { FieldHook } from 'payload'

/** Stores text in NFC, so that the same Vietnamese word is the same bytes whatever keyboard wrote it. */
export const composeUnicode: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.normalize('NFC') : value
