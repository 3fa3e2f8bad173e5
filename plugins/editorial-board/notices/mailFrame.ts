import { htmlText } from '#domain/text/htmlText.ts'
import { noticeWords } from './words.ts'

/** The parts of a mail to a person of a board. */
export type MailParts = {
  language: 'vi' | 'en'
  /** First line. */
  fact: string
  action: string
  /** Path in the admin. */
  path: string
  publicUrl: string
  tables: readonly MailTable[]
}

/** A table: a caption, heads of columns (none: the first cell of a row is its label), rows. */
export type MailTable = {
  caption?: string
  heads?: readonly string[]
  rows: readonly (readonly string[])[]
}

const page =
  'margin:0 auto;max-width:600px;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.5;color:#1F2328'
const cell = 'padding:8px 8px 8px 0;border-bottom:1px solid #D8DCE0;vertical-align:top'

/** Both forms of a mail: the fact, the one link, the table, who sends it and how to change that. Complete as plain text. */
export const mailFrame = (parts: MailParts): { text: string; html: string } => {
  const words = noticeWords(parts.language)
  const link = `${parts.publicUrl}${parts.path}`
  const change = `${parts.publicUrl}/admin/notices/choices`
  const text = [
    parts.fact,
    `${parts.action}: ${link}`,
    ...parts.tables.flatMap(plainTable),
    '',
    '-- ',
    words.signature,
    `${words.change}: ${change}`,
    '',
  ].join('\n')
  const html = `<!doctype html>
<html lang="${parts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0;background:#FFFFFF"><div style="${page}">
<p style="margin:0 0 12px"><strong>${htmlText(parts.fact)}</strong></p>
<p style="margin:0 0 20px"><a style="color:#0A4F96" href="${htmlText(link)}">${htmlText(parts.action)}</a></p>
${parts.tables.map(htmlTable).join('\n')}
<p style="margin:20px 0 0;font-size:14px;color:#57606A">${htmlText(words.signature)}<br><a style="color:#0A4F96" href="${htmlText(change)}">${htmlText(words.change)}</a></p>
</div></body></html>`
  return { text, html }
}

const plainTable = ({ caption, heads, rows }: MailTable): string[] => [
  '',
  ...(caption ? [caption] : []),
  ...rows.map((row) =>
    heads
      ? `- ${row.map((one) => one.replaceAll('\n', ' · ')).join(' · ')}`
      : `${row[0] ?? ''}: ${row.slice(1).join(' ')}`,
  ),
]

const htmlTable = ({ caption, heads, rows }: MailTable): string => {
  const top = heads
    ? `<tr>${heads.map((one) => `<th scope="col" align="left" style="${cell}">${htmlText(one)}</th>`).join('')}</tr>`
    : ''
  const body = rows.map((row) => `<tr>${row.map(htmlCell(heads)).join('')}</tr>`).join('\n')
  const head = caption
    ? `<h2 style="margin:20px 0 4px;font-size:18px">${htmlText(caption)}</h2>`
    : ''
  return `${head}<table style="width:100%;border-collapse:collapse">${top}\n${body}</table>`
}

/** The first cell keeps its lines; the others break wherever a narrow screen needs it. */
const htmlCell = (heads: MailTable['heads']) => (text: string, index: number) => {
  const said = htmlText(text).replaceAll('\n', '<br>')
  if (index > 0) return `<td style="${cell};overflow-wrap:anywhere">${said}</td>`
  return heads
    ? `<td style="${cell};white-space:nowrap">${said}</td>`
    : `<th scope="row" align="left" style="${cell};width:30%;font-weight:400;color:#57606A">${said}</th>`
}
