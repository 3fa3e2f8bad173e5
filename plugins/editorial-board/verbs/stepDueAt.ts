import type { Flow } from '#domain/board/flow.ts'
import { theOptions } from '../options.ts'

/** When a step that begins at `from` is late: its working hours, fewer for emergencies. ISO 8601. */
export const stepDueAt = (flow: Flow, step: number, priority: string, from: Date): string => {
  const rule = flow.steps[step]
  const hours = rule
    ? priority === 'emergency'
      ? (rule.urgentHours ?? rule.limitHours)
      : rule.limitHours
    : 0
  return theOptions().dueAt(from, hours).toISOString()
}
