import type { Endpoint } from 'payload'
import { queryOfRequest } from '#kit/admin/query.ts'
import { endpoint } from '#kit/endpoint.ts'
import { sqlOf } from '#kit/transaction.ts'
import { communeOf, demandDevice, seesAllDevices, seesDevices } from '../deviceRights.ts'
import { registryWords } from '../registryWords.ts'
import { boardFile } from './boardFile.ts'
import { boardFilter, readBoard } from './readBoard.ts'
import { readDevice } from './readDevice.ts'

const MOST_ROWS = 20_000

/** The board as a file, and a device's standing for the panel beside its document. */
export const boardEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/dispatch/device-board/devices.csv',
    access: seesDevices,
    handler: async (req) => {
      const { language } = req.i18n
      const own = seesAllDevices(req) ? null : communeOf(req)
      const filter = boardFilter(queryOfRequest(req.url), own)
      const { rows } = await readBoard(await sqlOf(req), filter, { limit: MOST_ROWS, offset: 0 })
      return new Response(new Uint8Array(boardFile(rows, registryWords(language), language)), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="thiet-bi.csv"',
          'cache-control': 'private, no-store',
        },
      })
    },
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/devices/:id/standing',
    access: seesDevices,
    handler: async (req, { params }) => {
      const { id } = await demandDevice(req, params.id)
      return { device: await readDevice(await sqlOf(req), id) }
    },
  }),
]
