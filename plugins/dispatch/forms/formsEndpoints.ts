import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Endpoint } from 'payload'
import { endpoint } from '#kit/endpoint.ts'
import { PortalError } from '#kit/portalError.ts'
import { maySeeDispatches } from '../rights.ts'
import { bulletinFromAnswer } from './answers/bulletinFromAnswer.ts'
import { mayMakeBulletins } from './answers/mayMakeBulletins.ts'
import { theForms } from './formsOptions.ts'
import { panelInput } from './panel/input.ts'
import { listen } from './panel/listen.ts'
import { outlookOf } from './panel/outlook.ts'
import { previewScreens } from './panel/previewScreens.ts'
import { madePath } from './store/keepFile.ts'

const types: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
}

const noSuchFile = () =>
  new PortalError('file_not_found', 404, { vi: 'Không có tệp này.', en: 'There is no such file.' })

/** What the panel beside a bulletin asks, and bulletins out of answers. */
export const formsEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/dispatch/forms/outlook',
    access: maySeeDispatches,
    handler: async (req, { body }) => outlookOf(req, panelInput(body)),
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/forms/listen',
    access: maySeeDispatches,
    handler: async (req, { body }) => listen(req, panelInput(body)),
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/forms/screens',
    access: maySeeDispatches,
    handler: async (req, { body }) => previewScreens(req, panelInput(body)),
  }),
  endpoint({
    method: 'get',
    path: '/dispatch/forms/made/:file',
    access: maySeeDispatches,
    handler: async (_req, { params }) => {
      const file = params.file ?? ''
      const { mediaDir } = theForms()
      if (!mediaDir || !/^[0-9a-f]{64}\.(mp3|wav)$/.test(file)) throw noSuchFile()
      const data = await readFile(madePath(mediaDir, file)).catch(() => undefined)
      if (!data) throw noSuchFile()
      return new Response(new Uint8Array(data), {
        headers: {
          'content-type': types[path.extname(file)] ?? 'application/octet-stream',
          'cache-control': 'private, max-age=86400, immutable',
        },
      })
    },
  }),
  endpoint({
    method: 'post',
    path: '/dispatch/forms/answers/:id/bulletin',
    access: mayMakeBulletins,
    handler: async (req, { params }) => bulletinFromAnswer(req, Number(params.id)),
  }),
]
