import { stringify } from 'csv-stringify/sync'
import { localMoment } from '../screens/localMoment.ts'
import type { ExportCell, ExportTable } from './exportTable.ts'

/**
 * A table as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read Vietnamese). Text that a spreadsheet would take
 * for a formula begins with an apostrophe.
 */
export const toCsv = ({ heads, rows }: ExportTable): Buffer =>
  Buffer.from(
    stringify([[...heads], ...rows.map((row) => row.map(textOf))], {
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    }),
  )

const textOf = (cell: ExportCell): string | number => {
  if (cell === null) return ''
  if (cell instanceof Date) return localMoment(cell).value.replace('T', ' ')
  return typeof cell === 'object' ? Math.round(cell.share * 10_000) / 10_000 : cell
}
