import { noSuchSheet, sheetAnswer } from '#kit/sheetAnswer.ts'
import type { Endpoint } from 'payload'
import { queryOfRequest } from '#kit/admin/query.ts'
import { endpoint } from '#kit/endpoint.ts'
import { statisticsCsv, statisticsXlsx } from './exportStatistics.ts'
import { openStatistics, seesStatistics } from './openStatistics.ts'
import { statisticsWordsOf } from './statisticsWords.ts'

/** `GET /api/dispatch/statistics.<xlsx|csv>`: what the screen shows, to be taken along and reported (H-15.8). */
export const statisticsEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/dispatch/statistics/:file',
    access: seesStatistics,
    handler: async (req, { params }) => {
      const kind = /^statistics\.(xlsx|csv)$/.exec(params.file ?? '')?.[1]
      if (!kind) throw noSuchSheet()
      const opened = await openStatistics(req, queryOfRequest(req.url), new Date())
      const words = statisticsWordsOf(req.i18n.language)
      const body =
        kind === 'csv' ? statisticsCsv(opened, words) : await statisticsXlsx(opened, words)
      const { by, from, to } = opened.asked
      return sheetAnswer(body, `thong-tin-co-so-${by}-${from}-${to}`, kind)
    },
  }),
]
