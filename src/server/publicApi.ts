import express from 'express'
import type { Router } from 'express'
import { governed } from '#config/governed.ts'
import { label } from '#kit/label.ts'
import { buildOpenApi } from '#kit/openApi/buildOpenApi.ts'
import type { ApiPart } from '#kit/openApi/apiPart.ts'
import { feedPart, formatsPart, hintsPart, proposalsPart } from '#plugins/cross-posting/server.ts'
import { restPart } from '#plugins/release-log/read.ts'
import { installationPart } from './openApiPart.ts'

/** Everything public, in the order a reader needs it. */
export const apiParts: readonly ApiPart[] = [
  feedPart,
  formatsPart,
  hintsPart,
  proposalsPart,
  restPart(governed),
  installationPart,
]

const MAX_AGE_SECONDS = 300

/** `GET /api/openapi.json`: the OpenAPI 3.1 document of what is public. */
export const publicApi = (options: { publicUrl: string }): Router => {
  const document = JSON.stringify(
    buildOpenApi({
      publicUrl: options.publicUrl,
      title: label('Cổ Loa: dữ liệu mở và liên thông', 'Coloa: open data and cross-posting'),
      parts: apiParts,
    }),
  )
  const router = express.Router()
  router.get('/api/openapi.json', (_req, res) => {
    res
      .set({
        'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
        'access-control-allow-origin': '*',
      })
      .type('application/json')
      .send(document)
  })
  return router
}
