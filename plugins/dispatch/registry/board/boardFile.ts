import { stringify } from 'csv-stringify/sync'
import { momentText } from '#kit/admin/momentText.ts'
import type { Words } from '../registryWords.ts'
import type { BoardRow } from './readBoard.ts'
import { classText, standingText } from './boardText.ts'

/** The board as CSV, UTF-8 with its mark; what a spreadsheet would take for a formula begins with an apostrophe. */
export const boardFile = (rows: readonly BoardRow[], words: Words, language: string): Buffer => {
  const heads = [
    words.code,
    words.name,
    words.commune,
    words.class,
    words.standing,
    words.seen,
    words.playing,
    words.volume,
    words.storage,
    words.offset,
    words.firmware,
    words.channel,
    words.gateway,
  ]
  const moment = (at: string | null) => (at ? momentText(at, language) : '')
  const lines = rows.map((row) => [
    row.code,
    row.name,
    row.unitName,
    classText(row.deviceClass, words),
    standingText(row, words),
    moment(row.seenAt),
    row.playing ?? '',
    row.volume ?? '',
    row.storageFree ?? '',
    row.offsetMs ?? '',
    row.firmware ?? '',
    row.channel,
    row.gateway ?? '',
  ])
  return Buffer.from(
    stringify([heads, ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true }),
  )
}
