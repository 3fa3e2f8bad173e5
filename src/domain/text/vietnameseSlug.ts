/**
 * An address part from Vietnamese text: "Đường Đồng Đen – Phường Ô Chợ Dừa" becomes `duong-dong-den-phuong-o-cho-dua`.
 * Look-alikes of đ (ð, Ð) count as đ; at most 120 characters, cut at a word.
 */
export const vietnameseSlug = (text: string): string => {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (folded.length <= 120) return folded
  return folded.slice(0, 120).replace(/-[^-]*$/, '')
}
