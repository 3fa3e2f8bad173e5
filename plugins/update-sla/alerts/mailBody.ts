import { htmlText } from '#domain/text/htmlText.ts'

/** The parts of a mail about alerts, in the order they are read. */
export type BodyParts = {
  language: 'vi' | 'en'
  fact: string
  action: string
  actionUrl: string
  actionLink: string
  second?: { text: string; plain: string; url: string } | undefined
  tables: readonly BodyTable[]
  notes: readonly string[]
  signature: readonly string[]
}

/** A table with a caption that says what it is. */
export type BodyTable = {
  caption: string
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  more?: string | undefined
}

const page =
  'margin:0 auto;max-width:640px;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.5;color:#1F2328'
const cell =
  'padding:6px 12px 6px 0;border-bottom:1px solid #D8DCE0;vertical-align:top;text-align:left;overflow-wrap:break-word'
const button =
  'display:inline-block;padding:10px 16px;background:#9E1B1E;color:#FFFFFF;text-decoration:none;border-radius:4px;font-weight:600'

/** Both forms of the mail; each is complete on its own. */
export const mailBody = (parts: BodyParts): { text: string; html: string } => {
  const { second } = parts
  const text = [
    parts.fact,
    `${parts.action}: ${parts.actionUrl}`,
    ...(second ? [`${second.plain}: ${second.url}`] : []),
    ...parts.tables.flatMap(plainTable),
    '',
    ...parts.notes,
    '',
    '-- ',
    ...parts.signature,
    '',
  ].join('\n')
  const html = `<!doctype html>
<html lang="${parts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;background:#FFFFFF"><div style="${page}">
<p style="margin:0 0 12px;font-size:18px"><strong>${htmlText(parts.fact)}</strong></p>
<p style="margin:0 0 16px">${htmlText(parts.action)}: <a style="color:#0A4F96" href="${htmlText(parts.actionUrl)}">${htmlText(parts.actionLink)}</a></p>
${second ? `<p style="margin:0 0 20px"><a style="${button}" href="${htmlText(second.url)}">${htmlText(second.text)}</a></p>` : ''}
${parts.tables.map(htmlTable).join('\n')}
${parts.notes.map((one) => `<p style="margin:8px 0 0">${htmlText(one)}</p>`).join('\n')}
<p style="margin:24px 0 0;font-size:14px;color:#57606A">${parts.signature.map(htmlText).join('<br>')}</p>
</div></body></html>`
  return { text, html }
}

const plainTable = ({ caption, heads, rows, more }: BodyTable): string[] => [
  '',
  caption,
  ...rows.map(
    (row) =>
      `- ${row.map((one, index) => (index === 0 ? one : `${heads[index]}: ${one}`)).join('; ')}`,
  ),
  ...(more ? [more] : []),
]

const htmlTable = ({ caption, heads, rows, more }: BodyTable): string =>
  `<table style="width:100%;border-collapse:collapse;margin:0 0 16px"><caption style="padding:8px 0;text-align:left;font-weight:600">${htmlText(caption)}</caption>
<thead><tr>${heads.map((one) => `<th scope="col" style="${cell};color:#57606A;font-weight:400">${htmlText(one)}</th>`).join('')}</tr></thead>
<tbody>${rows
    .map(
      ([name = '', ...rest]) =>
        `<tr><th scope="row" style="${cell};font-weight:600">${htmlText(name)}</th>${rest.map((one) => `<td style="${cell}">${htmlText(one)}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table>${more ? `<p style="margin:0 0 16px">${htmlText(more)}</p>` : ''}`
