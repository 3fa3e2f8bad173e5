import type { CommuneScore } from './readDrills.ts'

const head = [
  'Mã xã, phường',
  'Xã, phường',
  'Số thiết bị',
  'Đã nhận (%)',
  'Đã phát (%)',
  'Có bằng chứng (%)',
  'Nhận sau (giây)',
  'Phát xong sau (giây)',
  'Bằng chứng sau (giây)',
]

/** Scores as a table for spreadsheets: UTF-8 with its mark, decimal point, one row a commune. */
export const drillCsv = (scores: readonly CommuneScore[]): string => {
  const rows = scores.map((one) => [
    one.unit,
    one.name,
    one.devices,
    percent(one.received),
    percent(one.played),
    percent(one.proven),
    seconds(one.receivedAfter),
    seconds(one.playedAfter),
    seconds(one.provenAfter),
  ])
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const percent = (share: number) => (share * 100).toFixed(1)
const seconds = (time: number | null) => (time === null ? '' : time.toFixed(1))

/** A name that begins like a formula is not made one. */
const cell = (value: string | number): string => {
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
