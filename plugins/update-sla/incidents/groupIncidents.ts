import type { IncidentRow } from './readIncidents.ts'

/** The same thing owed by the same time, by one or by many. */
export type IncidentGroup = {
  rows: readonly [IncidentRow, ...IncidentRow[]]
  /** How many there are; of very many not all are listed. */
  size: number
}

/** Incidents as they were read, those that belong together in one. */
export const groupIncidents = (rows: readonly IncidentRow[]): IncidentGroup[] => {
  const groups = new Map<number, [IncidentRow, ...IncidentRow[]]>()
  for (const row of rows) {
    const before = groups.get(row.group)
    if (before) before.push(row)
    else groups.set(row.group, [row])
  }
  return [...groups.values()].map((members) => ({ rows: members, size: members[0].groupSize }))
}

/** How an incident stands. */
export const standingOf = ({
  rung,
  firesAt,
  dueAt,
}: Pick<IncidentRow, 'rung' | 'firesAt' | 'dueAt'>): 'recovered' | 'ahead' | 'late' =>
  rung === 'recovered' ? 'recovered' : firesAt < dueAt ? 'ahead' : 'late'

/** Whether somebody still has to take it on. */
export const isOpen = ({ rung, acknowledgedAt }: IncidentRow): boolean =>
  rung !== 'recovered' && acknowledgedAt === null
