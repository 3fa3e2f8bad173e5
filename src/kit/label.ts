/** A text in the two languages of the admin, in the shape Payload takes for labels and descriptions. */
export type Label = { vi: string; en: string }

/** Vietnamese first: `label('Tiêu đề', 'Title')`. */
export const label = (vi: string, en: string): Label => ({ vi, en })
