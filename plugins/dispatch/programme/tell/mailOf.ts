import type { ClientBase } from 'pg'
import { people, queueMail } from '../../registers.ts'
import type { Decider } from '#domain/dispatch/programme/programmeRules.ts'
import { htmlText } from '#domain/text/htmlText.ts'
import { theProgramme } from '../options.ts'

/** The people of a commune on the system, or its Chair alone. */
export const peopleOf = async (
  client: Pick<ClientBase, 'query'>,
  unitCode: string,
  decider: Decider = 'communeUser',
): Promise<string[]> => {
  const roles = decider === 'communeChair' ? ['communeChair'] : ['communeOperator', 'communeChair']
  const { rows } = await client.query<{ email: string }>(
    `select distinct lower(p.email) as email from ${people()} p join public.units u on u.id = p.unit_id
     where u.code = $1 and p.duties && $2::text[] and p.is_active and p.email is not null order by 1`,
    [unitCode, roles],
  )
  return rows.map((one) => one.email)
}

/** Queues a mail of lines, each a sentence, ending with one link into the admin. */
export const mailTo = async (
  client: ClientBase,
  mail: {
    key: string
    to: readonly string[]
    subject: string
    lines: string[]
    /** The same in English, below. */
    english: string[]
    path: string
  },
): Promise<void> => {
  const link = `${theProgramme().publicUrl}${mail.path}`
  await queueMail(client, {
    key: mail.key,
    to: mail.to,
    subject: mail.subject,
    text: [...mail.lines, '', link, '', ...mail.english].join('\n'),
    html: `<!doctype html><html lang="vi"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1F2328">${[
      ...mail.lines.map(htmlText),
      `<a href="${htmlText(link)}">${htmlText(link)}</a>`,
      ...mail.english.map((line) => `<span lang="en">${htmlText(line)}</span>`),
    ]
      .map((line) => `<p style="margin:0 0 8px">${line}</p>`)
      .join('')}</body></html>`,
  })
}
