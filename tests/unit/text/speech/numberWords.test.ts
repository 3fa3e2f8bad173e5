import { expect, test } from 'vitest'
import { digitWords, numberWords } from '#domain/text/speech/numberWords.ts'

test.each([
  ['0', 'không'],
  ['1', 'một'],
  ['4', 'bốn'],
  ['5', 'năm'],
  ['10', 'mười'],
  ['11', 'mười một'],
  ['14', 'mười bốn'],
  ['15', 'mười lăm'],
  ['20', 'hai mươi'],
  ['21', 'hai mươi mốt'],
  ['24', 'hai mươi tư'],
  ['25', 'hai mươi lăm'],
  ['31', 'ba mươi mốt'],
  ['44', 'bốn mươi tư'],
  ['55', 'năm mươi lăm'],
  ['91', 'chín mươi mốt'],
  ['100', 'một trăm'],
  ['101', 'một trăm linh một'],
  ['104', 'một trăm linh bốn'],
  ['105', 'một trăm linh năm'],
  ['110', 'một trăm mười'],
  ['111', 'một trăm mười một'],
  ['115', 'một trăm mười lăm'],
  ['121', 'một trăm hai mươi mốt'],
  ['404', 'bốn trăm linh bốn'],
  ['999', 'chín trăm chín mươi chín'],
  ['1000', 'một nghìn'],
  ['1001', 'một nghìn không trăm linh một'],
  ['1010', 'một nghìn không trăm mười'],
  ['1100', 'một nghìn một trăm'],
  ['2026', 'hai nghìn không trăm hai mươi sáu'],
  ['10000', 'mười nghìn'],
  ['21000', 'hai mươi mốt nghìn'],
  ['100005', 'một trăm nghìn không trăm linh năm'],
  ['1000000', 'một triệu'],
  ['1000005', 'một triệu không trăm linh năm'],
  ['1005000', 'một triệu không trăm linh năm nghìn'],
  ['2530000', 'hai triệu năm trăm ba mươi nghìn'],
  ['1000000000', 'một tỷ'],
  ['1000000001', 'một tỷ không trăm linh một'],
  ['2500000000', 'hai tỷ năm trăm triệu'],
  ['1000000000000', 'một nghìn tỷ'],
  ['005', 'năm'],
])('%s is read "%s"', (digits, words) => {
  expect(numberWords(digits)).toBe(words)
})

test('the South says lẻ and ngàn', () => {
  expect(numberWords('1105', { zeroTens: 'lẻ', thousand: 'ngàn' })).toBe('một ngàn một trăm lẻ năm')
})

test('a number too long to be heard is read digit by digit', () => {
  expect(numberWords('1'.repeat(19))).toBe(Array.from({ length: 19 }, () => 'một').join(' '))
  expect(digitWords('0904')).toBe('không chín không bốn')
})
