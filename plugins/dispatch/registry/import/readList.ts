import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { registryError } from '../registryErrors.ts'
import type { Column } from './columns.ts'
import { columnOf, headingOf, required } from './columns.ts'
import { decodeCsv } from './decodeCsv.ts'
import { demandSmallZip } from './demandSmallZip.ts'

/** A line of the list: its number as the spreadsheet shows it, and what stands in its known columns. */
export type ListRow = { row: number; cells: Partial<Record<Column, string>> }

/** What a file holds. */
export type DeviceList = { columns: Column[]; rows: ListRow[] }

const MOST_ROWS = 5000
const MOST_BYTES = 10 * 1024 * 1024

/**
 * Reads a list of devices from an Excel file or CSV, told apart by content, not by name.
 *
 * @throws PortalError file_too_large, file_unreadable, file_encoding, file_columns, file_empty
 */
export const readList = async (bytes: Buffer): Promise<DeviceList> => {
  if (bytes.length > MOST_BYTES) throw registryError('file_too_large')
  const [heads = [], ...lines] = await linesOf(bytes)
  const known = heads.map(columnOf)
  const missing = required.filter((one) => !known.includes(one))
  if (missing.length > 0) {
    throw registryError('file_columns', {
      fields: missing.map((one) => ({ column: headingOf(one, 'vi') })),
    })
  }
  const rows = lines
    .map((line, index): ListRow => ({
      row: index + 2,
      cells: Object.fromEntries(
        known.flatMap((column, place) => (column ? [[column, textOf(line[place])]] : [])),
      ),
    }))
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ''))
  if (rows.length === 0) throw registryError('file_empty')
  if (rows.length > MOST_ROWS) throw registryError('file_too_large')
  return { columns: known.filter((one) => one !== undefined), rows }
}

const linesOf = async (bytes: Buffer): Promise<unknown[][]> => {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
    demandSmallZip(bytes)
    return readSheet(bytes).catch(() => {
      throw registryError('file_unreadable')
    })
  }
  // The old binary format and whatever else is no text.
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw registryError('file_unreadable')
  }
  const text = decodeCsv(bytes)
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
  } catch {
    throw registryError('file_unreadable')
  }
}

/** Excel in Vietnamese separates by semicolon, a copied table by tab. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split(/\r?\n/)
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ','
}

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell === 'string') return cell.normalize('NFC').trim()
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
