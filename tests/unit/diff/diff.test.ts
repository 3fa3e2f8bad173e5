import { expect, test } from 'vitest'
import { block, plain } from '#domain/diff/block.ts'
import { diffBlocks } from '#domain/diff/diffBlocks.ts'
import { diffPieces, PER_TEXT } from '#domain/diff/diffPieces.ts'
import { diffSequence } from '#domain/diff/diffSequence.ts'
import { foldRows } from '#domain/diff/foldRows.ts'

const free = () => ({ left: 2_000_000 })
const text = (words: string) => block({ kind: 'text', pieces: plain(words) })
const marked = (pieces: readonly { text: string; isMarked: boolean }[]) =>
  pieces.map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text)).join('')
const words = (before: string, after: string) => {
  const both = diffPieces(plain(before), plain(after), free())
  return [marked(both.before), marked(both.after)]
}

test('a changed word is marked on both sides, and nothing else', () => {
  expect(
    words('Khai mạc lúc 8 giờ tại Hoàng Thành.', 'Khai mạc lúc 9 giờ tại Hoàng Thành.'),
  ).toEqual(['Khai mạc lúc [8] giờ tại Hoàng Thành.', 'Khai mạc lúc [9] giờ tại Hoàng Thành.'])
})

test('a changed phrase is one mark, not one for every word', () => {
  expect(words('họp tại phường Cửa Nam chiều nay', 'họp tại xã Đông Anh chiều nay')).toEqual([
    'họp tại [phường Cửa Nam] chiều nay',
    'họp tại [xã Đông Anh] chiều nay',
  ])
})

test('a tone mark is a change of the word that carries it', () => {
  expect(words('Hội nghị bàn về đê', 'Hội nghị bàn về đề')).toEqual([
    'Hội nghị bàn về [đê]',
    'Hội nghị bàn về [đề]',
  ])
})

test('words that only came or only went are marked on one side', () => {
  expect(words('Không thu phí.', 'Không thu phí đăng ký.')).toEqual([
    'Không thu phí.',
    'Không thu phí [đăng ký].',
  ])
})

test('the same words in bold are a change', () => {
  const both = diffPieces(
    [{ text: 'Hạn cuối', marks: [] }],
    [{ text: 'Hạn cuối', marks: ['bold'] }],
    free(),
  )
  expect(marked(both.before)).toBe('[Hạn cuối]')
  expect(both.after).toEqual([{ text: 'Hạn cuối', marks: ['bold'], isMarked: true }])
})

test('both sides of a comparison, put together, are the texts that went in', () => {
  const before = 'Một, hai  ba.\nBốn năm; sáu (bảy) "tám" – chín… mười!'
  const after = 'Một hai ba bốn.\nNăm: sáu [bảy] “tám” - chín… 10!'
  const both = diffPieces(plain(before), plain(after), free())
  expect(both.before.map((piece) => piece.text).join('')).toBe(before)
  expect(both.after.map((piece) => piece.text).join('')).toBe(after)
})

test('a paragraph put in between leaves its neighbours unchanged', () => {
  const rows = diffBlocks(
    [text('Thứ nhất là nước.'), text('Thứ hai là phân.')],
    [text('Thứ nhất là nước.'), text('Xen vào giữa.'), text('Thứ hai là phân.')],
    free(),
  )
  expect(rows.map((row) => row.kind)).toEqual(['same', 'added', 'same'])
})

test('a reworded paragraph meets its successor among new ones', () => {
  const rows = diffBlocks(
    [text('Chợ hoa mở từ sáng mai tại phố Hàng Lược.')],
    [text('Một đoạn hoàn toàn mới.'), text('Chợ hoa mở từ chiều mai tại phố Hàng Lược.')],
    free(),
  )
  expect(rows.map((row) => row.kind)).toEqual(['added', 'changed'])
})

const row = (...lines: string[]) => block({ kind: 'row', children: lines.map(text) })

test('a row put on top of an array does not change the rows below it', () => {
  const rows = diffBlocks(
    [row('Phường A', '8 giờ'), row('Phường B', '9 giờ')],
    [row('Phường C', '7 giờ'), row('Phường A', '8 giờ'), row('Phường B', '10 giờ')],
    free(),
  )
  expect(rows.map((one) => one.kind)).toEqual(['added', 'same', 'inside'])
  const [, , inside] = rows
  expect(inside?.kind === 'inside' && inside.rows.map((one) => one.kind)).toEqual([
    'same',
    'changed',
  ])
})

const picture = (sha256: string, caption: string, sizes = 'card:1') =>
  block({
    kind: 'file',
    pieces: plain(caption),
    file: {
      id: 7,
      filename: 'cho-hoa.jpg',
      mimeType: 'image/jpeg',
      filesize: 2048,
      sha256,
      url: `/released/${sha256}.jpg`,
      previewUrl: `/released/${sha256}.jpg`,
      sizes,
    },
  })

test('a picture tells other bytes, another cut and other words apart', () => {
  const changeTo = (after: ReturnType<typeof picture>) => {
    const [only] = diffBlocks([picture('aaa', 'Chợ hoa')], [after], free())
    return only?.kind === 'file' ? only.change : only?.kind
  }
  expect(changeTo(picture('bbb', 'Chợ hoa'))).toBe('bytes')
  expect(changeTo(picture('aaa', 'Chợ hoa', 'card:2'))).toBe('cut')
  expect(changeTo(picture('aaa', 'Chợ hoa Hàng Lược'))).toBe('words')
  expect(changeTo(picture('aaa', 'Chợ hoa'))).toBe('same')
})

const sentence = (n: number) => `Câu số ${n} nói về việc ${n * 7} của phường ${n % 13}. `
/** 10,000 words: 200 paragraphs of 5 sentences of 10 words. */
const article = (change: (n: number) => string) =>
  Array.from({ length: 200 }, (_, paragraph) =>
    text(Array.from({ length: 5 }, (_, at) => change(paragraph * 5 + at)).join('')),
  )

test('an article of 10,000 words with a word changed in every paragraph is compared word by word', () => {
  const budget = free()
  const rows = diffBlocks(
    article(sentence),
    article((n) => (n % 5 === 0 ? sentence(n).replace('nói', 'bàn') : sentence(n))),
    budget,
  )
  expect(rows).toHaveLength(200)
  expect(rows.every((one) => one.kind === 'changed' && one.pieces.level === 'word')).toBe(true)
  expect(free().left - budget.left).toBeLessThan(200_000)
})

test('the work never exceeds its budget, however different two articles are', () => {
  const jumble = (seed: number) => (n: number) =>
    Array.from({ length: 10 }, (_, at) => `t${((n + 1) * (at + 3) * seed) % 997}`).join(' ')
  for (const left of [0, 100, 5_000, 2_000_000]) {
    const budget = { left }
    const rows = diffBlocks(article(jumble(31)), article(jumble(57)), budget)
    expect(left - budget.left).toBeLessThanOrEqual(left + 500)
    const sides = rows.flatMap((one) =>
      one.kind === 'removed' ? ['-'] : one.kind === 'added' ? ['+'] : ['-', '+'],
    )
    expect(sides.filter((side) => side === '-')).toHaveLength(200)
    expect(sides.filter((side) => side === '+')).toHaveLength(200)
  }
})

test('one paragraph of 10,000 other words falls back to sentences, and then to the whole', () => {
  const long = (change: (n: number) => string) =>
    plain(Array.from({ length: 1000 }, (_, n) => change(n)).join(''))
  const budget = free()
  const everyFourth = diffPieces(
    long(sentence),
    long((n) => (n % 4 ? sentence(n) : sentence(n).toUpperCase())),
    budget,
  )
  expect(everyFourth.level).toBe('sentence')
  expect(free().left - budget.left).toBeLessThanOrEqual(2 * PER_TEXT)
  const nothingAlike = diffPieces(
    long((n) => `a${n}. `.repeat(10)),
    long((n) => `b${n}. `.repeat(10)),
    free(),
  )
  expect(nothingAlike.level).toBe('whole')
  expect(nothingAlike.after.every((piece) => piece.isMarked)).toBe(true)
})

test('a comparison that runs out of budget says so instead of guessing', () => {
  const signs = 'abcdefghij'.split('')
  const reversed = [...signs].reverse()
  const keyOf = (sign: string) => sign
  expect(diffSequence({ before: signs, after: reversed, keyOf, budget: { left: 5 } })).toBeNull()
  expect(diffSequence({ before: signs, after: reversed, keyOf, budget: free() })).not.toBeNull()
})

test('long stretches without change are folded, a neighbour of each change stays', () => {
  const lines = Array.from({ length: 12 }, (_, n) => text(`Đoạn ${n}`))
  const rows = diffBlocks(lines, [...lines.slice(0, 11), text('Câu cuối khác hẳn')], free())
  expect(foldRows(rows).map((one) => [one.isFolded, one.rows.length])).toEqual([
    [true, 10],
    [false, 2],
  ])
})
