import type { Endpoint } from 'payload'
import { endpoint } from '#kit/endpoint.ts'
import { withTransaction } from '#kit/transaction.ts'
import { managesDevices } from '../deviceRights.ts'
import { registryError } from '../registryErrors.ts'
import { headingOf } from './columns.ts'
import { importDevices } from './importDevices.ts'
import { errorFile, templateFile } from './listFiles.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Lists of devices: the template, and the upload with its dry run. */
export const importEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/dispatch/device-imports/template',
    access: managesDevices,
    handler: async (req) =>
      new Response(new Uint8Array(await templateFile(req.i18n.language)), {
        headers: attachment(SHEET, 'thiet-bi-mau.xlsx'),
      }),
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/device-imports',
    access: managesDevices,
    takes: 'form',
    handler: async (req, { body }) => {
      const form = body as FormData
      const file = form.get('file')
      if (!(file instanceof Blob)) throw registryError('bad_input', { fields: ['file'] })
      const bytes = Buffer.from(await file.arrayBuffer())
      const language = (req.headers.get('accept-language') ?? 'vi').startsWith('en') ? 'en' : 'vi'
      const result = await withTransaction(req, (sql) =>
        importDevices(sql, {
          bytes,
          isDryRun: form.get('dryRun') !== 'false',
          by: Number(req.user?.id),
        }),
      )
      if (form.get('as') === 'csv') {
        return new Response(new Uint8Array(errorFile(result.errors, language)), {
          headers: attachment('text/csv; charset=utf-8', 'loi-nhap-thiet-bi.csv'),
        })
      }
      return {
        ...result,
        errors: result.errors.map((one) => ({
          ...one,
          column: headingOf(one.column, language),
          message: one.message[language],
        })),
      }
    },
  }),
]

const attachment = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'private, no-store',
})
