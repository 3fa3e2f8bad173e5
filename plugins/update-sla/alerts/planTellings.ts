import type { ClientBase } from 'pg'
import type { Audience } from '#domain/sla/obligation.ts'
import { tellAt } from '#domain/sla/tellAt.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { zone } from '../options.ts'
import type { AlertRow } from './alertRow.ts'
import { planRecoveries } from './planRecoveries.ts'
import { readRecipients } from './readRecipients.ts'
import type { Recipient } from './readRecipients.ts'
import type { Outage } from './tellAlerts.ts'
import { tellingOptions } from './tellingOptions.ts'

/** Who will be told of one alert, and when. */
export type Planned = {
  alert: string
  email: string
  language: 'vi' | 'en'
  mode: 'immediate' | 'digest' | 'late'
  tellAt: Date
}

/** Notes who is to be told of new alerts, and when. */
export const planTellings = async (
  client: ClientBase,
  options: {
    alerts: readonly AlertRow[]
    context: JobContext
    now: Date
    outage?: Outage | undefined
  },
): Promise<void> => {
  const { alerts, now, outage } = options
  const recipients = await readRecipients(client, options.context.env.opsMail)
  const planned = alerts
    .filter((alert) => alert.rung !== 'recovered')
    .flatMap((alert) =>
      recipients.of(alert.owner, audiencesOf(alert)).map((to) => plan(alert, to, { now, outage })),
    )
  await insert(client, planned)
  const recovered = alerts.filter((alert) => alert.rung === 'recovered')
  if (recovered.length > 0)
    await insert(client, await planRecoveries(client, { recovered, now, outage }))
}

/** How and when somebody is told of an alert. */
export const plan = (
  alert: AlertRow,
  to: Pick<Recipient, 'email' | 'language' | 'choice'>,
  { now, outage }: { now: Date; outage?: Outage | undefined },
): Planned => {
  const { definition, severity, firesAt } = alert
  const { digestAt, outageMinutes } = tellingOptions()
  const told = tellAt({
    now,
    zone: zone(),
    mode: to.choice ?? definition.mode ?? 'immediate',
    severity,
    quietHours: definition.quietHours,
    digestAt,
  })
  const isLate = outage !== undefined && now.getTime() - firesAt.getTime() > outageMinutes * 60_000
  return {
    alert: alert.id,
    email: to.email,
    language: to.language,
    mode: isLate && told.mode === 'immediate' ? 'late' : told.mode,
    tellAt: told.at,
  }
}

const audiencesOf = ({ definition, rung }: AlertRow): readonly Audience[] =>
  definition.ladder.find((one) => one.code === rung)?.to ?? []

const insert = async (client: ClientBase, planned: readonly Planned[]) => {
  if (planned.length === 0) return
  await client.query(
    `insert into sla.tellings (alert, email, language, mode, tell_at)
     select alert, email, language, mode, "tellAt"
     from jsonb_to_recordset($1::jsonb) p(alert bigint, email text, language text, mode text, "tellAt" timestamptz)
     on conflict do nothing`,
    [JSON.stringify(planned)],
  )
}
