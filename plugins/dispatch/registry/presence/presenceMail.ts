import { htmlText } from '#domain/text/htmlText.ts'
import { capital } from '#domain/text/capital.ts'
import { fill } from '#domain/text/fill.ts'
import { lengthText } from '#domain/text/lengthText.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { NewsGroup } from './groupNews.ts'
import { groupNews } from './groupNews.ts'
import { presenceWords } from './presenceWords.ts'
import type { PresenceNews } from './readNews.ts'

const MOST_NAMES = 12

/**
 * The mail about devices lost and found, in its reader's language; a Vietnamese one ends with a line of English.
 *
 * @param options.place the commune; null for operations, who hear of the whole city
 */
export const presenceMail = (options: {
  news: readonly PresenceNews[]
  place: { code: string; name: string } | null
  groupFrom: number
  publicUrl: string
  language: 'vi' | 'en'
}): { subject: string; text: string; html: string } => {
  const { news, place, language } = options
  const words = presenceWords[language]
  const lost = news.filter((one) => !one.isUp)
  const found = news.filter((one) => one.isUp)
  const sums = [
    ...(lost.length > 0 ? [fill(words.lostCount, { n: lost.length })] : []),
    ...(found.length > 0 ? [fill(words.foundCount, { n: found.length })] : []),
  ].join(', ')
  const url = `${options.publicUrl}/admin/device-board${place ? `?unit=${place.code}` : ''}`
  const lines = (some: readonly PresenceNews[]) =>
    groupNews(some, options.groupFrom).map((one) => lineOf(one, language))
  const parts: [string, string[]][] = [
    [words.lost, lines(lost)],
    [words.found, lines(found)],
  ]
  const shown = parts.filter(([, some]) => some.length > 0)
  const fact = `${capital(place?.name ?? words.everywhere)}: ${sums}.`
  const english =
    language === 'vi'
      ? `${lost.length} devices lost, ${found.length} back. See the device board: ${url}`
      : ''
  return {
    subject: `[${lost.length > 0 ? words.lost : words.found}] ${place?.name ?? words.devices}: ${sums}`,
    text: [
      fact,
      `${words.act}: ${url}`,
      ...shown.flatMap(([title, some]) => ['', `${title}:`, ...some.map((one) => `- ${one}`)]),
      ...(english ? ['', english] : []),
      '',
      '-- ',
      words.sign,
      '',
    ].join('\n'),
    html: htmlOf({ language, fact, url, shown, english }),
  }
}

const lineOf = ({ kind, name, commune, devices }: NewsGroup, language: 'vi' | 'en'): string => {
  const words = presenceWords[language]
  const [first] = devices
  const at = first ? momentText(first.at.toISOString(), language) : ''
  if (kind === 'gateway') return fill(words.gateway, { name, commune, n: devices.length, at })
  if (kind === 'commune') {
    const names = devices.slice(0, MOST_NAMES).map((one) => one.code)
    const more = devices.length - names.length
    const list = [...names, ...(more > 0 ? [fill(words.more, { n: more })] : [])].join(', ')
    return `${fill(words.inCommune, { commune, n: devices.length, at })} (${list})`
  }
  const away =
    first?.isUp && first.seconds !== null
      ? fill(words.away, { length: lengthText(first.seconds, language) })
      : ''
  return `${name} (${first?.code ?? ''}, ${commune}): ${at}${away}`
}

const htmlOf = (parts: {
  language: 'vi' | 'en'
  fact: string
  url: string
  shown: [string, string[]][]
  english: string
}): string => {
  const words = presenceWords[parts.language]
  const paragraph = (text: string) => `<p style="margin:0 0 12px">${text}</p>`
  const lists = parts.shown.map(
    ([title, some]) =>
      `<h2 style="margin:16px 0 4px;font-size:16px">${htmlText(title)}</h2><ul style="margin:0;padding-left:20px">${some
        .map((one) => `<li style="margin:0 0 4px;overflow-wrap:break-word">${htmlText(one)}</li>`)
        .join('')}</ul>`,
  )
  return `<!doctype html><html lang="${parts.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="margin:0 auto;max-width:640px;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.5;color:#1F2328">
${paragraph(`<strong>${htmlText(parts.fact)}</strong>`)}
${paragraph(`<a style="color:#0A4F96" href="${htmlText(parts.url)}">${htmlText(words.act)}</a>`)}
${lists.join('\n')}
${parts.english ? `<p lang="en" style="margin:16px 0 0">${htmlText(parts.english)}</p>` : ''}
<p style="margin:24px 0 0;font-size:14px;color:#57606A">${htmlText(words.sign)}</p></body></html>`
}
