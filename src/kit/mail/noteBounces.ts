import type { Pool } from 'pg'
import { opsAddresses } from './opsAddresses.ts'
import { queueMail } from './queueMail.ts'
import type { Refused } from './refusalsOf.ts'

/** Notes the addresses their server refused for good, and tells operations of each once. */
export const noteBounces = async (options: {
  pool: Pool
  mailKey: string
  refused: readonly Refused[]
  opsMail: string | undefined
}): Promise<void> => {
  const forGood = options.refused.filter((one) => one.isForGood)
  if (forGood.length === 0) return
  const client = await options.pool.connect()
  try {
    await client.query('begin')
    for (const one of forGood) {
      const { rows } = await client.query<{ id: string }>(
        `insert into web.bounces (email, reason, mail_key) values ($1, $2, $3)
         on conflict (email) where cleared_at is null do nothing returning id`,
        [one.email, one.reason, options.mailKey],
      )
      const [noted] = rows
      if (!noted) continue
      const to = (await opsAddresses(client, options.opsMail)).filter(
        (email) => email !== one.email,
      )
      await queueMail(client, { key: `bounce:${noted.id}`, to, ...bounceMail(one) })
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection may be what failed
    throw error
  } finally {
    client.release()
  }
}

const bounceMail = ({ email, reason }: Refused) => {
  const lines = [
    `Máy chủ thư không nhận thư gửi tới ${email}. Từ nay hệ thống không gửi tới địa chỉ này nữa.`,
    'Việc cần làm: sửa địa chỉ ở tài khoản của người dùng, hoặc cho gửi lại ở trang Thời hạn, mục Cảnh báo.',
    `Máy chủ trả lời: ${reason}`,
    '',
    `The mail server refuses mail to ${email}; nothing more is sent there.`,
    'What to do: correct the address of the account, or clear it on the page Deadlines, Alerts.',
  ]
  return {
    subject: `[Thư không tới] ${email}`,
    text: lines.join('\n'),
    html: `<!doctype html><html lang="vi"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1F2328">${lines
      .map((line) => `<p style="margin:0 0 8px">${escape(line)}</p>`)
      .join('')}</body></html>`,
  }
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
