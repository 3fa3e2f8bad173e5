import { PortalError } from './portalError.ts'

/** A list as a file to take along. @param file its name without the ending */
export const sheetAnswer = (body: Uint8Array, file: string, kind: string): Response =>
  new Response(new Uint8Array(body), {
    headers: {
      'content-type':
        kind === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${file}.${kind}"`,
      'cache-control': 'private, no-store',
    },
  })

/** No list goes by this name. */
export const noSuchSheet = (): PortalError =>
  new PortalError('not_found', 404, {
    vi: 'Không có tệp này để tải về.',
    en: 'There is no such file to download.',
  })
