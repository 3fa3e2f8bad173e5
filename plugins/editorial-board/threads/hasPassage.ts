/** Whether a passage stands in a text, whatever spaces and line breaks a selection on the screen made of it. */
export const hasPassage = (text: string, passage: string): boolean =>
  squeeze(text).includes(squeeze(passage))

const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '')
