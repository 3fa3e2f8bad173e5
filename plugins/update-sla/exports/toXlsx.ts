import writeExcelFile from 'write-excel-file/node'
import type { Cell } from 'write-excel-file/node'
import { localMoment } from '../screens/localMoment.ts'
import type { ExportCell, ExportTable } from './exportTable.ts'

const NARROW = 12
const WIDE = 44

/** A table as an Excel file: real dates, numbers and per cents, the head row fixed. */
export const toXlsx = ({ title, heads, rows }: ExportTable): Promise<Buffer> =>
  writeExcelFile(
    [
      heads.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    {
      sheet: title.slice(0, 31),
      stickyRowsCount: 1,
      columns: heads.map((head, index) => ({ width: widthOf(head, rows, index) })),
    },
  ).toBuffer()

const cellOf = (cell: ExportCell): Cell => {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (cell instanceof Date) {
    // A sheet knows no zones: the clock time of the deployment stands in it.
    return {
      value: new Date(`${localMoment(cell).value}:00Z`),
      type: Date,
      format: 'dd/mm/yyyy hh:mm',
    }
  }
  return { value: cell.share, type: Number, format: '0.0%' }
}

const widthOf = (head: string, rows: ExportTable['rows'], index: number): number => {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, lengthOf(row[index] ?? null)), head.length)
  return Math.min(WIDE, Math.max(NARROW, longest + 2))
}

const lengthOf = (cell: ExportCell): number =>
  typeof cell === 'string' ? cell.length : cell instanceof Date ? 16 : 6
