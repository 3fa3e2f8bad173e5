/** A cell: text, a count, a share (told as per cent), an instant, or nothing. */
export type ExportCell = string | number | { share: number } | Date | null

/** A list to be taken along. */
export type ExportTable = {
  /** Of the sheet, in the person's language. */
  title: string
  heads: readonly string[]
  rows: readonly (readonly ExportCell[])[]
}

/** More than this is refused: nobody reads it, and it is made in memory. */
export const MOST_ROWS = 100_000
