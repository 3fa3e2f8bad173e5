const FALLBACK = '#9e1b1e'

/**
 * A colour that white text can stand on: darkened until the contrast reaches 7:1 (WCAG AAA). A site's board chooses the
 * colour; whether it can be read is not left to them.
 *
 * @param hex `#rrggbb`; anything else gives the city's red
 */
export const readableColour = (hex: unknown): string => {
  if (typeof hex !== 'string' || !/^#[0-9a-f]{6}$/i.test(hex)) return FALLBACK
  let parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  while (contrastWithWhite(parts) < 7) parts = parts.map((part) => Math.floor(part * 0.95))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const contrastWithWhite = (parts: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
