import { z } from 'zod'
import { label } from '#kit/label.ts'
import type { ApiPart } from '#kit/openApi/apiPart.ts'
import { refusals } from '#kit/openApi/buildOpenApi.ts'

const keySetSchema = z.object({
  keys: z.array(
    z.looseObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      kid: z.string(),
      x: z.string(),
    }),
  ),
})

const busy = refusals({ 429: label('Quá nhiều yêu cầu.', 'Too many requests.') })
const keys = {
  200: {
    about: label('Bộ khóa công khai.', 'The set of public keys.'),
    contentType: 'application/json',
    schema: keySetSchema,
  },
  ...busy,
}
const map = {
  200: { about: label('Sơ đồ trang.', 'A sitemap.'), contentType: 'application/xml' },
  ...refusals({ 404: label('Không có.', 'There is none.') }),
}

/** What belongs to the installation as a whole. */
export const installationPart: ApiPart = {
  name: 'installation',
  title: label('Khóa và sơ đồ trang', 'Keys and sitemaps'),
  about: label(
    'Khóa để kiểm chứng, sơ đồ trang và bản mô tả này.',
    'Keys to verify with, sitemaps and this description.',
  ),
  operations: [
    {
      method: 'get',
      path: '/.well-known/jwks.json',
      id: 'readKeys',
      title: label('Khóa ký của hệ thống (JWKS)', 'Signing keys of this installation (JWKS)'),
      answers: keys,
    },
    {
      method: 'get',
      path: '/.well-known/webhook-keys.json',
      id: 'readWebhookKeys',
      title: label('Khóa ký lời nhắc', 'Keys that sign hints'),
      answers: {
        ...keys,
        200: { ...keys[200], schema: z.looseObject({ keys: z.array(z.unknown()) }) },
      },
    },
    {
      method: 'get',
      path: '/sitemap.xml',
      id: 'readSitemap',
      title: label('Sơ đồ trang', 'Sitemap'),
      answers: map,
    },
    {
      method: 'get',
      path: '/news-sitemap.xml',
      id: 'readNewsSitemap',
      title: label('Sơ đồ tin trong 48 giờ', 'Sitemap of the news of 48 hours'),
      answers: map,
    },
    {
      method: 'get',
      path: '/api/openapi.json',
      id: 'readDescription',
      title: label('Bản mô tả này', 'This description'),
      answers: {
        200: {
          about: label('Tài liệu OpenAPI 3.1.', 'An OpenAPI 3.1 document.'),
          contentType: 'application/json',
          schema: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
        },
        ...busy,
      },
    },
  ],
}
