import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { JobContext } from '#kit/jobContext.ts'
import { queueMail } from '#kit/mail/queueMail.ts'
import { acknowledgeTokens } from './acknowledgeTokens.ts'
import type { AlertRow } from './alertRow.ts'
import { ALERT_COLUMNS, ALERT_JOINS } from './alertRow.ts'
import { digestMail } from './digestMail.ts'
import { readRecipients } from './readRecipients.ts'
import type { Outage } from './tellAlerts.ts'
import { tellingOptions } from './tellingOptions.ts'
import { threadMail } from './threadMail.ts'

type Due = AlertRow & {
  email: string
  language: 'vi' | 'en'
  mode: 'immediate' | 'digest' | 'late'
}

/** Queues the mails whose time has come: one for each thread and rung, one digest, one of what an outage held up. */
export const queueTellings = async (
  client: ClientBase,
  context: JobContext,
  options: { now: Date; outage?: Outage | undefined },
): Promise<void> => {
  const { now, outage } = options
  const groups = groupsOf(await readDue(client, now))
  for (const group of groups) {
    const [first] = group
    if (!first) continue
    const isOfOneThread = new Set(group.map((one) => `${one.thread} ${one.rung}`)).size === 1
    await (isOfOneThread && !(outage && first.mode === 'late')
      ? tellThread(client, context, { group, first, now })
      : tellTogether(client, context, { group, first, now, outage }))
  }
  if (outage) await tellOps(client, context, { now, outage, told: groups.flat() })
}

type Group = { group: readonly Due[]; first: Due; now: Date }

const tellThread = async (
  client: ClientBase,
  context: JobContext,
  { group, first, now }: Group,
) => {
  const { email, thread } = first
  const key = keyOf('sla', group)
  const token = await acknowledgeTokens(context.env).issue({
    email,
    thread,
    now,
    days: tellingOptions().acknowledgeDays,
  })
  const before = await client.query<{ root: string; subject: string; who: string }>(
    'select root, subject, who from sla.mail_threads where thread = $1 and email = $2',
    [thread, email],
  )
  const [known] = before.rows
  const mail = threadMail({
    alerts: group,
    language: first.language,
    publicUrl: context.env.publicUrl,
    known,
    acknowledgeUrl: `${context.env.publicUrl}/sla/acknowledge?token=${token}`,
  })
  if (!known)
    await client.query(
      'insert into sla.mail_threads (thread, email, root, subject, who) values ($1, $2, $3, $4, $5)',
      [thread, email, key, mail.topic.subject, mail.topic.who],
    )
  await post(client, group, {
    key,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(known ? { thread: known.root } : {}),
  })
}

const tellTogether = async (
  client: ClientBase,
  context: JobContext,
  { group, first, now, outage }: Group & { outage?: Outage | undefined },
) => {
  const { language, mode } = first
  const { publicUrl } = context.env
  await post(client, group, {
    key: keyOf(`sla:${mode}`, group),
    ...digestMail({
      alerts: group,
      language,
      publicUrl,
      now,
      outage: mode === 'late' ? outage : undefined,
    }),
  })
}

/** Operations hear that the clock stood still even when nothing was missed. */
const tellOps = async (
  client: ClientBase,
  context: JobContext,
  { now, outage, told }: { now: Date; outage: Outage; told: readonly Due[] },
) => {
  const recipients = await readRecipients(client, context.env.opsMail)
  for (const { email, language } of recipients.of('', ['ops'])) {
    if (told.some((one) => one.email === email && one.mode === 'late')) continue
    const { publicUrl } = context.env
    await queue(client, {
      key: `sla:outage:${outage.from.toISOString()}:${email}`,
      to: [email],
      ...digestMail({ alerts: [], language, publicUrl, now, outage }),
    })
  }
}

const queue: typeof queueMail = (client, mail) =>
  (tellingOptions().queueMail ?? queueMail)(client, mail)

const post = async (
  client: ClientBase,
  group: readonly Due[],
  mail: { key: string; subject: string; text: string; html: string; thread?: string },
) => {
  const email = group[0]?.email ?? ''
  await queue(client, { ...mail, to: [email] })
  await client.query(
    'update sla.tellings set mail = $1 where email = $2 and alert = any($3::bigint[])',
    [mail.key, email, group.map((one) => one.id)],
  )
}

const readDue = async (client: ClientBase, now: Date): Promise<Due[]> => {
  const { rows } = await client.query<Due>(
    `with due as (
       select t.alert, t.email, a.thread, a.rung from sla.tellings t join sla.alerts a on a.id = t.alert
       where t.mail is null and t.tell_at <= $1),
     more as (
       select alert, email from due
       union select w.alert, w.email from due d join sla.tellings w on w.email = d.email and w.mail is null and w.mode = 'immediate'
         join sla.alerts a on a.id = w.alert and a.thread = d.thread and a.rung = 'recovered'
       where d.rung = 'recovered')
     select ${ALERT_COLUMNS}, t.email, t.language, t.mode from more m
       join sla.tellings t on t.alert = m.alert and t.email = m.email
       join sla.alerts a on a.id = t.alert ${ALERT_JOINS}
     order by t.email, a.fires_at, a.id`,
    [now],
  )
  return rows
}

const groupsOf = (due: readonly Due[]): Due[][] => {
  const groups = new Map<string, Due[]>()
  for (const one of due) {
    const { email, mode, thread, rung } = one
    const place = mode === 'immediate' ? `${email} ${thread} ${rung}` : `${email} ${mode}`
    groups.set(place, [...(groups.get(place) ?? []), one])
  }
  return [...groups.values()]
}

/** The same alerts to the same person are the same mail. */
const keyOf = (kind: string, group: readonly Due[]): string => {
  const text = [group[0]?.email, ...group.map((one) => one.id)].join(' ')
  return `${kind}:${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
}
