import { createHash } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { boardFont } from '#plugins/dispatch/forms/led/font/boardFont.ts'
import { layOutPages } from '#plugins/dispatch/forms/led/layOutPages.ts'
import { renderBoard } from '#plugins/dispatch/forms/led/renderBoard.ts'
import { mediaFor } from '#plugins/dispatch/forms/mediaFor.ts'
import type { MediaFile } from '#plugins/dispatch/types.ts'

const board = {
  title: 'Mưa lũ lớn trên sông Hồng, khẩn trương sơ tán',
  text: 'Mực nước sông Hồng tại Long Biên lúc 8h30 đạt 11,62 m, trên báo động III.',
  issuer: 'Ủy ban nhân dân Thành phố Hà Nội',
  issuedAt: '2026-11-24T01:20:00Z',
  priority: 'emergency' as const,
  width: 320,
  height: 160,
}

const words = fc.stringMatching(/^[a-zA-ZăâđêôơưếộĂĐỆ,.0-9]{1,14}$/)

test('whatever the text, a screen has at most two lines of seven words within the board, in capitals of a fifteenth of it', () => {
  const font = boardFont()
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 64, max: 1280 }),
      fc.integer({ min: 32, max: 720 }),
      (list, width, height) => {
        const leastCap = Math.max(7, height / 15)
        const room = { width, height, leastCap }
        const pages = layOutPages({
          font,
          title: 'Tin',
          text: list.join(' '),
          room,
          mostPages: 500,
        })
        for (const { lines, size } of pages) {
          expect(lines.length).toBeLessThanOrEqual(2)
          expect(size * font.capHeight).toBeGreaterThanOrEqual(leastCap - 0.1)
          for (const line of lines) {
            expect(line.split(' ').length).toBeLessThanOrEqual(7)
            // One letter alone may be wider than a very narrow board.
            if (line.length > 1) expect(font.widthOf(line) * size).toBeLessThanOrEqual(width + 0.5)
          }
        }
        const shown = pages.flatMap(({ lines }) => lines).join('')
        expect(shown.replaceAll(' ', '')).toBe(`Tin${list.join('')}`)
      },
    ),
    { numRuns: 200 },
  )
})

test('the same text gives the same bytes in the size of the board', async () => {
  const hashes = async () =>
    (await renderBoard(board)).map((file) => createHash('sha256').update(file).digest('hex'))
  expect(await hashes()).toEqual(await hashes())
  const [first] = await renderBoard(board)
  expect(await sharp(first).metadata()).toMatchObject({ width: 320, height: 160 })
})

test('an emergency is white and yellow on black', async () => {
  const [title, text] = await renderBoard(board)
  const colours = async (file: Buffer | undefined) => {
    const { data } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const seen = new Set<string>()
    for (let at = 0; at < data.length; at += 3) seen.add(data.subarray(at, at + 3).toString('hex'))
    return seen
  }
  expect((await colours(title)).has('ffd400')).toBe(true)
  expect((await colours(text)).has('ffffff')).toBe(true)
  expect((await colours(text)).has('000000')).toBe(true)
})

test('every Vietnamese letter is drawn', () => {
  const font = boardFont()
  const letters =
    'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ0123456789.,:;–!?%°'
  for (const letter of Array.from(letters + letters.toUpperCase())) {
    expect(font.pathOf(letter, { x: 0, y: 0, size: 10 }), letter).toMatch(/d="M/)
  }
})

test('what is too long for a board ends with an ellipsis', () => {
  const pages = layOutPages({
    font: boardFont(),
    title: 'Tin',
    text: Array.from({ length: 100 }, () => 'dài').join(' '),
    room: { width: 320, height: 100, leastCap: 10 },
    mostPages: 3,
  })
  expect(pages).toHaveLength(3)
  expect(pages.at(-1)?.lines.at(-1)).toMatch(/…$/)
})

test('a board is given the screens of its own size, else of the nearest shape, then pictures and video', () => {
  const file = (more: Partial<MediaFile>): MediaFile => ({
    role: 'image',
    url: 'https://x.example/1.png',
    sha256: '0',
    mimeType: 'image/png',
    bytes: 1,
    ...more,
  })
  const media = [
    file({ role: 'audio' }),
    file({ width: 320, height: 160, page: 1 }),
    file({ width: 320, height: 160, page: 2 }),
    file({ width: 160, height: 320, page: 1 }),
    file({ width: 1400, height: 900 }),
    file({ role: 'video' }),
  ]
  expect(mediaFor(media, { width: 640, height: 320 })).toEqual([
    media[1],
    media[2],
    media[4],
    media[5],
  ])
  expect(mediaFor(media, { width: 160, height: 320, forms: ['image'] })).toEqual([
    media[3],
    media[4],
  ])
})
