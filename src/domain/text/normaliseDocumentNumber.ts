/**
 * The key under which a document number is found: "204 / 2025/QĐ-UBND" and "204/2025/qđ–ubnd" are both
 * `204/2025/QD-UBND`.
 */
export const normaliseDocumentNumber = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'D')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase()
