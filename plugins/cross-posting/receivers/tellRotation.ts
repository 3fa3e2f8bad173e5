import { randomUUID } from 'node:crypto'
import { fill } from '#domain/text/fill.ts'
import { htmlText } from '#domain/text/htmlText.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { opsAddresses } from '#kit/mail/opsAddresses.ts'
import { queueMail } from '#kit/mail/queueMail.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'

type Language = 'vi' | 'en'

const words = {
  vi: {
    subject: '[Khóa API đã được thay] {site}: {label}',
    what: 'Lúc {at}, chương trình dùng khóa “{by}” đã thay khóa “{label}” của trang {site}. Khóa mới nằm ở chương trình đó.',
    mine: 'Nếu đó là chương trình của trang, không cần làm gì.',
    act: 'Nếu không phải, khóa “{by}” đã lộ: hãy thu hồi khóa này. Mọi khóa do nó tạo ra cũng bị thu hồi theo.',
    sign: 'Thư tự động của hệ thống; xin không trả lời thư này.',
  },
  en: {
    subject: '[API key rotated] {site}: {label}',
    what: 'At {at}, a program with the key "{by}" rotated the key "{label}" of the site {site}. That program has the new key.',
    mine: 'If that is a program of the site, nothing has to be done.',
    act: 'If it is not, the key "{by}" is known to others: revoke it. Every key it has made is revoked with it.',
    sign: 'An automatic mail of the system; please do not answer it.',
  },
} as const

/** Writes to a site's technicians, in the language of each, that a key was rotated by a key; to operations where there are none. */
export const tellRotation = async (
  sql: Sql,
  rotation: { site: string; old: string; by: string },
): Promise<void> => {
  const { rows } = await sql.query<{ label: string; by: string; nameVi: string; nameEn: string }>(
    `select o.label || ' ' || o.hint as label, m.label || ' ' || m.hint as "by", coalesce(s.name_vi, o.site) as "nameVi",
       coalesce(s.name_en, o.site) as "nameEn"
     from cross_posting.site_keys o join cross_posting.site_keys m on m.id = $2::uuid
     left join cross_posting.sites s on s.code = o.site where o.id = $1::uuid`,
    [rotation.old, rotation.by],
  )
  const [row] = rows
  if (!row) return
  const readers = await readersOf(sql, rotation.site)
  const at = new Date().toISOString()
  const id = randomUUID()
  const queue = theOptions().queueMail ?? queueMail
  for (const language of ['vi', 'en'] as const) {
    const to = readers.filter((one) => one.language === language).map((one) => one.email)
    if (to.length === 0) continue
    const site = language === 'en' ? row.nameEn : row.nameVi
    const mail = mailOf({ ...row, site, code: rotation.site, at, language })
    await queue(sql, { key: `keyRotated:${id}:${language}`, to, ...mail })
  }
}

const readersOf = async (sql: Sql, site: string) => {
  const { rows } = await sql.query<{ email: string; language: Language }>(
    `select distinct lower(p.email) as email, p.language from cross_posting.technicians t
     join cross_posting.people p on p.person = t.person
     where t.site = $1 and t.ended_at is null and p.email is not null order by 1`,
    [site],
  )
  if (rows.length > 0) return rows
  const others = await (theOptions().operations ?? operationsHere)(sql)
  return others.map((email) => ({ email, language: 'vi' as const }))
}

const operationsHere = (sql: Sql) => opsAddresses(sql, readRuntimeEnv(process.env).opsMail)

const mailOf = (of: {
  label: string
  by: string
  site: string
  code: string
  at: string
  language: Language
}) => {
  const said = words[of.language]
  const values = { ...of, at: momentText(of.at, of.language) }
  const link = `${readRuntimeEnv(process.env).publicUrl}/admin/cross-posting/sites/${of.code}#keys`
  const lines = [said.what, said.mine, said.act].map((line) => fill(line, values))
  const paragraphs = [
    ...lines.map(htmlText),
    `<a href="${htmlText(link)}">${htmlText(link)}</a>`,
    `<small>${htmlText(said.sign)}</small>`,
  ]
  return {
    subject: fill(said.subject, values),
    text: [...lines, '', link, '', '-- ', said.sign, ''].join('\n'),
    html: `<!doctype html><html lang="${of.language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1F2328">${paragraphs
      .map((line) => `<p style="margin:0 0 8px">${line}</p>`)
      .join('')}</body></html>`,
  }
}
