import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { password } from '#tests/support/newsroom.ts'

let app: BootedPayload

beforeAll(async () => {
  app = await bootPayload({ PUBLIC_URL: 'https://cong.coloa.example' })
})
afterAll(() => app.stop())

const mailTo = async (email: string) => {
  const folder = path.join(process.env.COLOA_DATA_DIR ?? '', 'mail')
  for (const name of await readdir(folder)) {
    const mail = await simpleParser(await readFile(path.join(folder, name)))
    if (JSON.stringify(mail.to).includes(email)) return mail
  }
  throw new Error(`no mail to ${email}`)
}

test.each([
  ['vi', 'Đặt lại mật khẩu Cổ Loa'],
  ['en', 'Set a new Cổ Loa password'],
] as const)('the mail in %s leads to the public address', async (preferredLocale, subject) => {
  const email = `quen-${preferredLocale}@coloa.example`
  await app.payload.create({
    collection: 'users',
    data: { email, password, fullName: 'Người quên', isActive: true, preferredLocale },
    overrideAccess: true,
    depth: 0,
  })
  const token = await app.payload.forgotPassword({ collection: 'users', data: { email } })
  const mail = await mailTo(email)
  expect(mail.subject).toBe(subject)
  const address = `https://cong.coloa.example/admin/reset/${token}`
  expect(mail.html).toContain(`href="${address}"`)
  expect(mail.text).toContain(address)
})
