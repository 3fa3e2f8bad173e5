import { noSuchSheet, sheetAnswer } from '#kit/sheetAnswer.ts'
import { endpoint } from '#kit/endpoint.ts'
import { PortalError } from '#kit/portalError.ts'
import { exportClocks } from '../exports/exportClocks.ts'
import { exportLeague } from '../exports/exportLeague.ts'
import { MOST_ROWS } from '../exports/exportTable.ts'
import { exportWindows } from '../exports/exportWindows.ts'
import { toCsv } from '../exports/toCsv.ts'
import { toXlsx } from '../exports/toXlsx.ts'
import { seesClocks } from '../rights.ts'
import { openScreen } from '../screens/openScreen.ts'
import { queryOfRequest } from '#kit/admin/query.ts'

const makers = { clocks: exportClocks, windows: exportWindows, league: exportLeague }

/** `GET /api/update-sla/exports/<clocks|windows|league>.<xlsx|csv>`: what a list shows, filtered as the list is. */
export const exportEndpoints = [
  endpoint({
    method: 'get',
    path: '/update-sla/exports/:file',
    access: seesClocks,
    handler: async (req, { params }) => {
      const [, what, kind] = /^(clocks|windows|league)\.(xlsx|csv)$/.exec(params.file ?? '') ?? []
      if (!what || !kind) throw noSuchSheet()
      const screen = await openScreen(req, new Date())
      const table = await makers[what as keyof typeof makers](screen, queryOfRequest(req.url))
      if (table.rows.length > MOST_ROWS) throw tooMuch()
      const body = kind === 'csv' ? toCsv(table) : await toXlsx(table)
      const today = screen.calendars.all.dayOf(screen.now)
      return sheetAnswer(body, `${what}-${today}`, kind)
    },
  }),
]

const tooMuch = () =>
  new PortalError('export_too_large', 422, {
    vi: `Danh sách có hơn ${MOST_ROWS.toLocaleString('vi-VN')} dòng. Xin chọn kỳ ngắn hơn hoặc lọc bớt.`,
    en: `The list has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Choose a shorter period or filter.`,
  })
