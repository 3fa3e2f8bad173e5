import { fill } from '#domain/text/fill.ts'
import type { AlertRow } from './alertRow.ts'
import { dueMoment, lengthText, moment, nameOf, shortMoment, standingOf } from './alertText.ts'
import type { Standing } from './alertText.ts'
import { alertWords } from './alertWords.ts'
import { mailBody } from './mailBody.ts'
import type { BodyTable } from './mailBody.ts'
import type { Outage } from './tellAlerts.ts'

const MOST_ROWS = 300
const ORDER = ['late', 'ahead', 'recovered'] as const satisfies readonly Standing[]

/**
 * Many matters in one mail: the digest, or what an outage held up. Each matter stands once, as it stood last.
 *
 * @param options.outage given when this is what it held up
 */
export const digestMail = (options: {
  alerts: readonly AlertRow[]
  language: 'vi' | 'en'
  publicUrl: string
  now: Date
  outage?: Outage | undefined
}): { subject: string; text: string; html: string } => {
  const { language, outage } = options
  const words = alertWords(language)
  const last = [...new Map(options.alerts.map((one) => [one.incident, one])).values()]
  const parts = ORDER.map((standing) => ({
    standing,
    alerts: last.filter((one) => standingOf(one) === standing),
  })).filter(({ alerts }) => alerts.length > 0)
  const sumOf = { late: words.sumLate, ahead: words.sumAhead, recovered: words.sumRecovered }
  const sums =
    parts.map(({ standing, alerts }) => fill(sumOf[standing], { n: alerts.length })).join(', ') ||
    words.nothing
  const body = mailBody({
    language,
    fact: outage
      ? fill(words.lateFact, {
          from: moment(outage.from),
          until: moment(outage.until),
          length: lengthText(outage.from, outage.until, words),
          sums,
        })
      : fill(words.digestFact, { at: moment(options.now), sums }),
    action: words.digestAction,
    actionUrl: `${options.publicUrl}/admin/sla`,
    actionLink: words.open,
    tables: parts.map(({ standing, alerts }): BodyTable => ({
      caption: `${words[standing]} (${alerts.length})`,
      heads: [words.owner, words.what, words.due],
      rows: alerts
        .slice(0, MOST_ROWS)
        .map((one) => [
          nameOf(one, language),
          whatOf(one, language),
          dueMoment(one.dueAt, language),
        ]),
      more:
        alerts.length > MOST_ROWS ? fill(words.more, { n: alerts.length - MOST_ROWS }) : undefined,
    })),
    notes: [],
    signature: [words.signature, words.change],
  })
  const subject = outage
    ? fill(words.lateSubject, {
        sums,
        from: shortMoment(outage.from),
        until: shortMoment(outage.until),
      })
    : fill(words.digestSubject, { sums })
  return { subject, ...body }
}

const whatOf = ({ definition, title }: AlertRow, language: 'vi' | 'en'): string => {
  const label = definition.label[language]
  return title && title !== label ? `${label}: ${title}` : label
}
