import { citation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import type { AlertRow } from './alertRow.ts'
import { dueMoment, fullDay, moment, nameOf, shortDue, standingOf, whoOf } from './alertText.ts'
import type { Standing } from './alertText.ts'
import { alertWords, rungWords } from './alertWords.ts'
import type { AlertWords } from './alertWords.ts'
import { mailBody } from './mailBody.ts'
import type { BodyTable } from './mailBody.ts'

const MOST_ROWS = 300

type Told = {
  alerts: readonly AlertRow[]
  language: 'vi' | 'en'
  words: AlertWords
  first: AlertRow
  standing: Standing
  who: string
}

/**
 * The mail about one rung of one thread. What stands in brackets before the subject changes from mail to mail; what follows
 * never does, so that mail programs show them together (base subject, RFC 5256 § 2.1).
 *
 * @param options.known subject and owner of the thread's first mail to this reader, if there was one
 */
export const threadMail = (options: {
  alerts: readonly AlertRow[]
  language: 'vi' | 'en'
  publicUrl: string
  known?: { subject: string; who: string } | undefined
  acknowledgeUrl: string
}): { topic: { subject: string; who: string }; subject: string; text: string; html: string } => {
  const { alerts, language, known } = options
  const words = alertWords(language)
  const [first] = alerts
  if (!first) throw new Error('update-sla: a mail without an alert')
  const standing = standingOf(first)
  const who = whoOf(alerts, language, words)
  const told: Told = { alerts, language, words, first, standing, who }
  const topic = known ?? { subject: topicOf(told), who }
  const when = standing === 'recovered' || first.day ? '' : ` ${shortDue(first.dueAt, language)}`
  const other = who === topic.who ? '' : `: ${who}`
  const body = mailBody({
    language,
    fact: factOf(told),
    action: actionOf(told),
    actionUrl: `${options.publicUrl}/admin/sla`,
    actionLink: words.open,
    second:
      standing === 'recovered'
        ? undefined
        : { text: words.acknowledge, plain: words.acknowledgePlain, url: options.acknowledgeUrl },
    tables: [tableOf(told)],
    notes: notesOf(told),
    signature: [words.signature, words.change],
  })
  return { topic, subject: `[${words[standing]}${when}${other}] ${topic.subject}`, ...body }
}

const actionOf = ({ first, words, standing, alerts }: Told): string => {
  if (standing === 'recovered') return words.recoveredAction
  if (first.day === null) return words.clockAction
  return alerts.length === 1 ? words.windowAction : words.windowsAction
}

const topicOf = ({ first, language, words, who }: Told): string => {
  const label = first.definition.label[language]
  if (first.day)
    return fill(words.windowTopic, { who, window: lower(label), day: dayMonth(first.day) })
  const title = first.title ?? ''
  if (title === '' || title === label) return fill(words.periodTopic, { who, label })
  const short = title.length > 80 ? `${title.slice(0, 79).trimEnd()}…` : title
  return fill(words.clockTopic, { who, label, title: short })
}

const factOf = ({ first, language, words, standing, who }: Told): string => {
  const { definition, day, dueAt } = first
  if (definition.kind === 'window' && day) {
    const text = {
      ahead: words.windowAhead,
      late: words.windowLate,
      recovered: words.windowRecovered,
    }[standing]
    const range = `${definition.from}–${definition.to}`
    return fill(text, { who, range, day: fullDay(dueAt) })
  }
  const text = {
    ahead: words.clockAhead,
    late: words.clockLate,
    recovered: words.clockRecovered,
  }[standing]
  return fill(text, { who, label: definition.label[language], due: dueMoment(dueAt, language) })
}

const tableOf = ({ alerts, language, words, first, standing }: Told): BodyTable => {
  const isWindow = first.day !== null
  const isRecovered = standing === 'recovered'
  const lastHead = isRecovered ? [words.madeGood] : isWindow ? [words.lastUpdate] : []
  const last = (one: AlertRow) =>
    isRecovered
      ? [moment(one.firesAt)]
      : isWindow
        ? [one.updatedAt ? moment(one.updatedAt) : words.none]
        : []
  return {
    caption: first.definition.label[language],
    heads: [
      isWindow ? words.site : words.owner,
      ...(isWindow ? [] : [words.what, words.due]),
      ...lastHead,
    ],
    // The fact says which window it was, of all of them.
    rows: alerts
      .slice(0, MOST_ROWS)
      .map((one) => [
        nameOf(one, language),
        ...(isWindow
          ? []
          : [one.title || one.definition.label[language], dueMoment(one.dueAt, language)]),
        ...last(one),
      ]),
    more:
      alerts.length > MOST_ROWS ? fill(words.more, { n: alerts.length - MOST_ROWS }) : undefined,
  }
}

/** The law it rests on, who is told now, and who when next. */
const notesOf = ({ first, language, words, standing }: Told): string[] => {
  const basis = fill(words.basis, { clause: citation(first.definition.clause, language) })
  if (standing === 'recovered') return [basis]
  const { ladder } = first.definition
  const at = ladder.findIndex((one) => one.code === first.rung)
  const names = (to: (typeof ladder)[number]['to']) =>
    to.map((one) => words.audience[one]).join(', ')
  const now = ladder[at]
  const next = ladder[at + 1]
  return [
    basis,
    ...(now ? [fill(words.now, { who: names(now.to) })] : []),
    next
      ? fill(words.next, { when: rungWords(next.when, words), who: names(next.to) })
      : words.last,
  ]
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const dayMonth = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}`
