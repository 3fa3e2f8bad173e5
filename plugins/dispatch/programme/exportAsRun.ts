import { stringify } from 'csv-stringify/sync'
import type { Endpoint } from 'payload'
import { isDay } from '#domain/dispatch/programme/localDay.ts'
import { endpoint } from '#kit/endpoint.ts'
import { programmeError } from './errors.ts'
import { poolOf } from './poolOf.ts'
import { programmeWordsOf } from './programmeWords.ts'
import { asRunWords } from './asRunWords.ts'
import { demandReaderOf } from './rights.ts'
import { readAsRun } from './screens/readAsRun.ts'
import type { AsRunRow } from './screens/readAsRun.ts'
import { clockText } from './screens/clockText.ts'

/**
 * The as-run log of a day as CSV (RFC 4180, UTF-8 with its mark): planned against played, a line a device. Text that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export const asRunCsv = (rows: readonly AsRunRow[], language: string): Buffer => {
  const words = programmeWordsOf(language)
  const said = asRunWords(programmeWordsOf(language).language)
  const heads = [
    said.columnPlanned,
    said.columnTitle,
    said.columnIssuer,
    words.columnMedium,
    said.columnPriority,
    said.columnSeconds,
    said.columnState,
    said.columnDevice,
    said.columnDeviceState,
    said.columnBegan,
    said.columnEnded,
    said.columnPlayed,
    said.columnCutBy,
    said.columnAgain,
  ]
  const lines = rows.map((row) => [
    clockText(row.plannedAt),
    row.title,
    row.issuer,
    words[row.medium],
    row.priority === 'priority' ? words.priority : words.normal,
    row.plannedSeconds,
    words[`state_${row.state}`],
    row.deviceCode ?? '',
    row.deviceState ?? '',
    clockText(row.beganAt),
    clockText(row.endedAt),
    row.playedSeconds ?? '',
    row.interruptedBy ?? '',
    clockText(row.requeuedAt),
  ])
  return Buffer.from(
    stringify([heads, ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true }),
  )
}

/** `GET /dispatch/programmes/:id/as-run?day=` of a commune by its code. */
export const asRunEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/dispatch/programmes/:id/as-run',
  access: (req) => Boolean(req.user),
  handler: async (req, { params }) => {
    const unitCode = params.id ?? ''
    await demandReaderOf(req, unitCode)
    const day = req.searchParams.get('day') ?? ''
    if (!isDay(day)) throw programmeError('bad_input', { fields: [{ path: 'day' }] })
    const rows = await readAsRun(poolOf(req) as never, { unitCode, day }) // a pool asks as a client does
    return new Response(new Uint8Array(asRunCsv(rows, req.i18n.language)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="nhat-ky-phat-${unitCode.replaceAll(/\W/g, '')}-${day}.csv"`,
      },
    })
  },
})
