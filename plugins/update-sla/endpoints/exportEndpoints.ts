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
      if (!what || !kind) throw noSuchExport()
      const screen = await openScreen(req, new Date())
      const table = await makers[what as keyof typeof makers](screen, queryOfRequest(req.url))
      if (table.rows.length > MOST_ROWS) throw tooMuch()
      const body = kind === 'csv' ? toCsv(table) : await toXlsx(table)
      const today = screen.calendars.all.dayOf(screen.now)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type':
            kind === 'csv'
              ? 'text/csv; charset=utf-8'
              : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': `attachment; filename="${what}-${today}.${kind}"`,
          'cache-control': 'private, no-store',
        },
      })
    },
  }),
]

const noSuchExport = () =>
  new PortalError('not_found', 404, {
    vi: 'Không có tệp này để tải về.',
    en: 'There is no such file to download.',
  })

const tooMuch = () =>
  new PortalError('export_too_large', 422, {
    vi: `Danh sách có hơn ${MOST_ROWS.toLocaleString('vi-VN')} dòng. Xin chọn kỳ ngắn hơn hoặc lọc bớt.`,
    en: `The list has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Choose a shorter period or filter.`,
  })
