import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '../support/bootPayload.ts'
import type { BootedPayload } from '../support/bootPayload.ts'

let app: BootedPayload

beforeAll(async () => {
  app = await bootPayload()
})
afterAll(() => app.stop())

const readIn = async (language: 'vi' | 'en', id: number) => {
  const req = await createLocalReq({}, app.payload)
  req.i18n = { ...req.i18n, language }
  return app.payload.findByID({ collection: 'legal-bases', id, req, overrideAccess: true })
}

test('a legal basis is called by what it says and cited in words, in the reader’s language', async () => {
  const { id } = await app.payload.create({
    collection: 'legal-bases',
    data: {
      clause: 'S-11.1a',
      profile: 'all',
      title: 'Thời gian phát sóng',
      instrument: '5020/QĐ-UBND',
    },
    overrideAccess: true,
  })
  expect((await readIn('vi', id)).citation).toBe('Điểm a khoản 1 Điều 11 Quy chế 5020')
  expect((await readIn('en', id)).citation).toBe('Art. 11(1)(a), Reg. 5020')
  const { admin } = app.payload.collections['legal-bases'].config
  expect(admin.useAsTitle).toBe('title')
  expect(admin.defaultColumns?.[0]).toBe('citation')
})
