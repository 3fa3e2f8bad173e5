/** A share in whole percent; 100 only when it is all, 0 only when it is none. */
export const percentOf = (part: number, whole: number): number => {
  if (whole === 0 || part === 0) return 0
  if (part >= whole) return 100
  return Math.min(99, Math.max(1, Math.round((part * 100) / whole)))
}
