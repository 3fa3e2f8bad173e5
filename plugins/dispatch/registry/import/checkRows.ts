import { fill } from '#domain/text/fill.ts'
import type { Label } from '#kit/label.ts'
import { faultOfAddress } from '../demandFields.ts'
import type { Column } from './columns.ts'
import { plain } from './columns.ts'
import type { DeviceList, ListRow } from './readList.ts'
import { rowTexts } from './rowTexts.ts'
import { addressed, channelsByName, classesByName, formsByName } from './valueNames.ts'

/** A device as a line describes it; a field is there when its column is. */
export type ListedDevice = {
  row: number
  code: string
  name: string
  deviceClass: string
  unitId: number
  channel: string
  address?: string | null
  make?: string | null
  model?: string | null
  gateway?: string | null
  groupIds?: number[]
  forms?: string[]
  speaksText?: boolean | null
  maxMegabytes?: number | null
  latitude?: number | null
  longitude?: number | null
  screenWidth?: number | null
  screenHeight?: number | null
}

/** What is wrong with a cell. */
export type RowError = { row: number; column: Column; value: string; message: Label }

/** What lines may refer to, by code. */
export type Known = { units: ReadonlyMap<string, number>; groups: ReadonlyMap<string, number> }

const YES = new Set(['co', 'x', 'yes', 'true', '1'])
const NO = new Set(['', 'khong', 'no', 'false', '0'])

/** Reads every line and says of each cell what is wrong, all at once. */
export const checkRows = (
  list: DeviceList,
  known: Known,
): { devices: ListedDevice[]; errors: RowError[] } => {
  const errors: RowError[] = []
  const firstRows = new Map<string, number>()
  const devices = list.rows.map((line) => {
    const { code = '' } = line.cells
    const first = firstRows.get(code)
    if (code && first) errors.push(errorOf(line, 'code', 'twice', { row: first }))
    else firstRows.set(code, line.row)
    return readRow(list, line, known, errors)
  })
  return { devices, errors: errors.sort((a, b) => a.row - b.row) }
}

const readRow = (list: DeviceList, line: ListRow, known: Known, errors: RowError[]) => {
  const { cells } = line
  const fail = (column: Column, key: keyof typeof rowTexts, values = {}) => {
    errors.push(errorOf(line, column, key, values))
    return undefined
  }
  const has = (column: Column) => list.columns.includes(column)
  const text = (column: Column, most: number): string | null => {
    const value = cells[column] ?? ''
    if (value.length > most) fail(column, 'long', { most })
    return value || null
  }
  const demanded = (column: Column, most: number): string =>
    text(column, most) ?? fail(column, 'missing') ?? ''
  const oneOf = (column: Column, names: Record<string, string>): string => {
    const value = cells[column] ?? ''
    if (!value) return fail(column, 'missing') ?? ''
    const choices = [...new Set(Object.values(names))].join(', ')
    return names[plain(value)] ?? fail(column, 'choice', { choices }) ?? ''
  }
  const number = (column: Column, min: number, max: number): number | null => {
    const value = cells[column] ?? ''
    if (!value) return null
    const read = Number(value.replace(/^(-?\d+),(\d+)$/, '$1.$2'))
    if (Number.isFinite(read) && read >= min && read <= max) return read
    return fail(column, 'number', { min, max }) ?? null
  }
  const listOf = (column: Column) =>
    (cells[column] ?? '')
      .split(/[;,|]/)
      .map((one) => one.trim())
      .filter(Boolean)
  const pick = <T>(column: Column, read: (name: string) => T | undefined): T[] =>
    listOf(column).flatMap((name) => {
      const found = read(name)
      if (found === undefined) fail(column, 'unknown', { name })
      return found === undefined ? [] : [found]
    })
  const yesNo = (): boolean => {
    const value = plain(cells.speaksText ?? '')
    if (!YES.has(value) && !NO.has(value)) fail('speaksText', 'yesNo')
    return YES.has(value)
  }
  const code = demanded('code', 60)
  if (code && !/^[\w.-]+$/.test(code)) fail('code', 'code')
  const unitId = unitOf(cells.unit ?? '', known)
  if (unitId === undefined) fail('unit', cells.unit ? 'unit' : 'missing')
  const channel = oneOf('channel', channelsByName)
  const device: ListedDevice = {
    row: line.row,
    code,
    name: demanded('name', 200),
    deviceClass: oneOf('deviceClass', classesByName),
    unitId: unitId ?? 0,
    channel,
    ...(has('address') ? { address: text('address', 500) } : {}),
    ...(has('make') ? { make: text('make', 80) } : {}),
    ...(has('model') ? { model: text('model', 80) } : {}),
    ...(has('gateway') ? { gateway: text('gateway', 80) } : {}),
    ...(has('groups') ? { groupIds: pick('groups', (name) => known.groups.get(name)) } : {}),
    ...(has('forms') ? { forms: pick('forms', (name) => formsByName[plain(name)]) } : {}),
    ...(has('speaksText') ? { speaksText: yesNo() } : {}),
    ...(has('maxMegabytes') ? { maxMegabytes: number('maxMegabytes', 1, 10_000) } : {}),
    ...(has('latitude') ? { latitude: number('latitude', -90, 90) } : {}),
    ...(has('longitude') ? { longitude: number('longitude', -180, 180) } : {}),
    ...(has('screenWidth') ? { screenWidth: number('screenWidth', 16, 7680) } : {}),
    ...(has('screenHeight') ? { screenHeight: number('screenHeight', 16, 4320) } : {}),
  }
  if (addressed.has(channel) && has('address')) {
    if (!device.address) fail('address', 'addressMissing')
    else if (faultOfAddress(channel, device.address))
      fail('address', channel === 'icecast' ? 'station' : 'address')
  }
  return device
}

/** Spreadsheets eat leading noughts: 4 is the commune 00004. */
const unitOf = (code: string, known: Known): number | undefined =>
  known.units.get(code) ??
  (/^\d{1,4}$/.test(code) ? known.units.get(code.padStart(5, '0')) : undefined)

const errorOf = (
  { row, cells }: ListRow,
  column: Column,
  key: keyof typeof rowTexts,
  values: Record<string, string | number> = {},
): RowError => ({
  row,
  column,
  value: (cells[column] ?? '').slice(0, 200),
  message: { vi: fill(rowTexts[key].vi, values), en: fill(rowTexts[key].en, values) },
})
