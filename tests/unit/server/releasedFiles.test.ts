import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import type { RequestHandler } from 'express'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portalHeaders } from '#src/server/securityHeaders.ts'
import { releasedFiles } from '#src/server/releasedFiles.ts'

const shown = `${'a'.repeat(64)}.jpg`
const known = `${'c'.repeat(64)}.jpg`
const hidden = `${'b'.repeat(64)}.jpg`
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-released-'))
  await mkdir(path.join(folder, 'released'))
  for (const one of [shown, known, hidden])
    await writeFile(path.join(folder, 'released', one), 'picture')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const app = (limit: RequestHandler = (_req, _res, next) => next()) =>
  express()
    .use(portalHeaders(true))
    .use(
      '/released',
      releasedFiles({
        mediaDir: folder,
        publicFiles: { isKnown: (name) => name === known, ask: async (name) => name === shown },
        limit,
        isStaff: async ({ cookie }) => cookie === 'staff',
      }),
    )

test('a public picture may be shown by feed readers and sites of other addresses, and kept', async () => {
  const { status, headers } = await supertest(app()).get(`/released/${shown}`)
  expect(status).toBe(200)
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  // A proxy asks again: the picture may have been withdrawn.
  expect(headers['cache-control']).toBe('public, max-age=31536000, s-maxage=300, immutable')
})

test('a picture that is not public is there for staff alone, and stays with them', async () => {
  expect((await supertest(app()).get(`/released/${hidden}`)).status).toBe(404)
  const { status, headers } = await supertest(app())
    .get(`/released/${hidden}`)
    .set('cookie', 'staff')
  expect([status, headers['cache-control']]).toEqual([200, 'private, no-store'])
})

test('who asks too often is refused; what is known to be public goes to everybody', async () => {
  const full = app((_req, res) => void res.status(429).end())
  const statuses = []
  for (const one of [known, shown, hidden]) {
    statuses.push((await supertest(full).get(`/released/${one}`)).status)
  }
  expect(statuses).toEqual([200, 429, 429])
})
