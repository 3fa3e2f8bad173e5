/** What the canonical form must know of a field, without Payload. */
export type FieldDescription = {
  name: string
  kind: 'value' | 'date' | 'richText' | 'upload' | 'relationship' | 'group' | 'array' | 'blocks'
  /** The stored value is an object of locales. */
  isLocalized: boolean
  /** Never leaves the editorial side. */
  isPrivate: boolean
  /** Children of a group or array. */
  fields?: readonly FieldDescription[]
  /** Children of each kind of block. */
  blocks?: Readonly<Record<string, readonly FieldDescription[]>>
}
