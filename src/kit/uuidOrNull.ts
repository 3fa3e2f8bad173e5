/** The text if it is a UUID, else null: a query for it then finds nothing instead of failing, and its index is used. */
export const uuidOrNull = (text: string | null | undefined): string | null =>
  text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null
