import type { UpdateSlaOptions } from '#plugins/update-sla/index.ts'
import { env } from '../env.ts'
import { profile } from '../profiles/index.ts'
import { workingDays } from '../profiles/workingDays.ts'
import { storeWorkingDays, unitsSql, workingDaysSql } from '../storeWorkingDays.ts'
import { calendarSource } from '../workingCalendar.ts'
import { ownersSql, recipientsSql } from './owners.ts'
import { acts, sources } from './sources.ts'

/** The clocks of this city. */
export const sla: UpdateSlaOptions = {
  obligations: profile.obligations,
  ownersSql,
  recipientsSql,
  peopleSql: 'select id as person, full_name as name from public.users',
  sources,
  acts,
  badges: [
    { collection: 'documents' },
    { collection: 'articles' },
    { collection: 'pages' },
    { collection: 'questions' },
    { collection: 'answers', via: { field: 'question', collection: 'questions' } },
  ],
  calendar: {
    zone: calendarSource.zone,
    restDays: calendarSource.restDays,
    officeHours: calendarSource.officeHours,
    knownDays: workingDays,
    daysSql: workingDaysSql,
    storeDays: storeWorkingDays,
    daysTable: { table: 'public.working_days', date: 'date', unit: 'unit_id', kind: 'kind' },
    unitsSql,
  },
  telling: {
    webhooks:
      env.slaWebhookUrl && env.slaWebhookSecret
        ? [{ url: env.slaWebhookUrl, secret: env.slaWebhookSecret }]
        : [],
    ...(env.heartbeatUrl ? { heartbeatUrl: env.heartbeatUrl } : {}),
  },
}
