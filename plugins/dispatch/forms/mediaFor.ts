import type { MediaFile } from '../types.ts'

/**
 * What of a dispatch's files a board shows: screens of its own size, else of the nearest shape; then pictures and video.
 * In an emergency the text is shown before anything else.
 *
 * @param media as in the snapshot
 * @param board its size in pixels, and the forms it takes
 */
export const mediaFor = (
  media: readonly MediaFile[],
  board: { width: number; height: number; forms?: readonly string[] },
): MediaFile[] => {
  const takes = (role: MediaFile['role']) => !board.forms?.length || board.forms.includes(role)
  const screens = media.filter(({ role, page }) => role === 'image' && page !== undefined)
  const sizes = [...new Set(screens.map(({ width, height }) => `${width}x${height}`))]
  const nearest = sizes.toSorted((a, b) => distance(a, board) - distance(b, board))[0]
  const rest = media.filter((one) => one.role !== 'audio' && !screens.includes(one))
  return [
    ...screens.filter(({ width, height }) => `${width}x${height}` === nearest),
    ...rest,
  ].filter(({ role }) => takes(role))
}

/** How unlike the board a size is: its shape first, its number of pixels second. */
const distance = (size: string, board: { width: number; height: number }): number => {
  const [width = 1, height = 1] = size.split('x').map(Number)
  const shape = Math.abs(Math.log((width / height) * (board.height / board.width)))
  const pixels = Math.abs(Math.log((width * height) / (board.width * board.height)))
  return shape * 10 + pixels
}
