import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { ADD_JOB, addJobValues } from '#kit/enqueue.ts'
import type { AlertRow } from './alertRow.ts'
import { standingOf } from './alertText.ts'
import { tellingOptions } from './tellingOptions.ts'

/** Queues one message for each receiver and each rung of a thread; its id stays the same however often it is tried. */
export const postWebhooks = async (
  client: ClientBase,
  alerts: readonly AlertRow[],
  now: Date,
): Promise<void> => {
  const { webhooks } = tellingOptions()
  if (webhooks.length === 0) return
  const groups = new Map<string, AlertRow[]>()
  for (const one of alerts) {
    const place = `${one.thread} ${one.rung}`
    groups.set(place, [...(groups.get(place) ?? []), one])
  }
  for (const group of groups.values()) {
    const id = `sla_${createHash('sha256')
      .update(group.map((one) => one.id).join())
      .digest('hex')
      .slice(0, 24)}`
    const body = JSON.stringify(messageOf(group, now))
    for (const { url } of webhooks) {
      await client.query(
        ADD_JOB,
        addJobValues({
          task: 'updateSlaPostWebhook',
          payload: { url, id, body },
          jobKey: `updateSlaPostWebhook:${id}:${url}`,
        }),
      )
    }
  }
}

const messageOf = (group: readonly AlertRow[], now: Date) => {
  const [first] = group
  const definition = first?.definition
  return {
    type: `sla.${first?.rung === 'recovered' ? 'recovered' : 'alert'}`,
    timestamp: now.toISOString(),
    data: {
      thread: first?.thread,
      rung: first?.rung,
      severity: first?.severity,
      obligation: {
        code: definition?.code,
        version: first?.version,
        clause: definition?.clause,
        label: definition?.label,
      },
      alerts: group.map((one) => ({
        incident: one.incident,
        owner: one.owner,
        ownerName: { vi: one.nameVi, en: one.nameEn },
        title: one.title,
        standing: standingOf(one),
        dueAt: one.dueAt.toISOString(),
        firesAt: one.firesAt.toISOString(),
      })),
    },
  }
}
