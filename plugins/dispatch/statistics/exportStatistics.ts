import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import type { OpenStatistics } from './openStatistics.ts'
import { statisticsColumns } from './statisticsColumns.ts'
import type { StatisticsWords } from './statisticsWords.ts'

type Table = { heads: string[]; rows: (string | number)[][] }

const tableOf = ({ asked, rows }: OpenStatistics, words: StatisticsWords): Table => ({
  heads: [words[`by_${asked.by}`], ...statisticsColumns.map((column) => words[column])],
  rows: rows.map((row) => [row.label, ...statisticsColumns.map((column) => row[column])]),
})

/**
 * As CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read Vietnamese). Text that a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
export const statisticsCsv = (opened: OpenStatistics, words: StatisticsWords): Buffer => {
  const { heads, rows } = tableOf(opened, words)
  const how = { bom: true, record_delimiter: 'windows' as const, escape_formulas: true }
  return Buffer.from(stringify([heads, ...rows], how))
}

/** As an Excel file, the head row fixed. */
export const statisticsXlsx = (opened: OpenStatistics, words: StatisticsWords): Promise<Buffer> => {
  const { heads, rows } = tableOf(opened, words)
  return writeExcelFile(
    [
      heads.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) =>
        row.map((value) =>
          typeof value === 'number' ? { value, type: Number } : { value, type: String },
        ),
      ),
    ],
    {
      sheet: words.title.slice(0, 31),
      stickyRowsCount: 1,
      columns: heads.map((_head, at) => ({ width: at === 0 ? 40 : 14 })),
    },
  ).toBuffer()
}
