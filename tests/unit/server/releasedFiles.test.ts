import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import express from 'express'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portalHeaders } from '#src/server/securityHeaders.ts'
import { releasedFiles } from '#src/server/releasedFiles.ts'

const name = `${'a'.repeat(64)}.jpg`
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-released-'))
  await mkdir(path.join(folder, 'released'))
  await writeFile(path.join(folder, 'released', name), 'picture')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a released picture may be shown by feed readers and sites of other addresses', async () => {
  const app = express().use(portalHeaders(true)).use('/released', releasedFiles(folder))
  const { status, headers } = await supertest(app).get(`/released/${name}`)
  expect(status).toBe(200)
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
})
