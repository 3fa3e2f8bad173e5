import { existsSync } from 'node:fs'
import path from 'node:path'
import type { UploadConfig } from 'payload'
import { errorBody, PortalError } from '#kit/portalError.ts'

/** A name that no file has is 404; Payload would say that something went wrong. */
export const answerMissingFile =
  (mediaDir: string): NonNullable<UploadConfig['handlers']>[number] =>
  (req, { params: { filename } }) => {
    if (existsSync(path.join(mediaDir, path.basename(filename)))) return undefined // Payload sends it
    const missing = new PortalError('file_not_found', 404, {
      vi: 'Không có tệp này.',
      en: 'There is no such file.',
    })
    return Response.json(errorBody(missing, req.i18n.language), { status: 404 })
  }
