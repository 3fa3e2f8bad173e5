/** A text in both languages. */
export type Label = { vi: string; en: string }
