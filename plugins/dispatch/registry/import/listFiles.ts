import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import type { RowError } from './checkRows.ts'
import { columns, headingOf, required } from './columns.ts'

/** An empty list with its headings and one example, as an Excel file. Required columns are marked. */
export const templateFile = (language: string): Promise<Buffer> =>
  writeExcelFile(
    [
      columns.map(([name]) => ({
        value: `${headingOf(name, language)}${(required as readonly string[]).includes(name) ? ' *' : ''}`,
        fontWeight: 'bold' as const,
      })),
      columns.map(([, , , example]) => (example ? { value: example, type: String } : null)),
    ],
    {
      sheet: language === 'en' ? 'Devices' : 'Thiết bị',
      stickyRowsCount: 1,
      columns: columns.map(([, vi]) => ({ width: Math.max(14, vi.length + 4) })),
    },
  ).toBuffer()

/** The errors of an upload as CSV for the spreadsheet they came from; what would be a formula there begins with an apostrophe. */
export const errorFile = (errors: readonly RowError[], language: string): Buffer => {
  const heads =
    language === 'en' ? ['Line', 'Column', 'Value', 'Error'] : ['Dòng', 'Cột', 'Giá trị', 'Lỗi']
  const rows = errors.map((one) => [
    one.row,
    headingOf(one.column, language),
    one.value,
    language === 'en' ? one.message.en : one.message.vi,
  ])
  return Buffer.from(
    stringify([heads, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true }),
  )
}
