import { actorNames } from './actors.ts'
import type { ActorName } from './actors.ts'
import type { Attack, Outcome } from './attack.ts'
import { notApplicable } from './notApplicable.ts'

/** Collects how every attack ended for every actor, and prints it. */
export const createResultTable = () => {
  const lines = new Map<Attack, Partial<Record<ActorName, Outcome>>>()
  const statements: string[] = []
  return {
    addStatement: (name: string, error: unknown) => {
      const { code = 'carried out' } = error as { code?: string }
      statements.push(align(['22', 'SQL', name, `runtime role: ${code}`]))
    },
    add: (attack: Attack, who: ActorName, outcome: Outcome) => {
      lines.set(attack, { ...lines.get(attack), [who]: outcome })
    },
    addJob: (name: string, outcome: Outcome) => {
      const end = outcome.is === 'thrown' ? `failed: ${outcome.name}` : 'ran, nothing public'
      statements.push(align(['1.2 jobs', 'jobs', `forged work for ${name}`, end]))
    },
    print: () => {
      const head = [
        'row',
        'via',
        'attack',
        ...actorNames.map((name) => name.slice(0, 6)),
        'refused with',
      ]
      const body = [...lines].map(([attack, ends]) => [
        attack.row,
        attack.via,
        attack.name,
        ...actorNames.map((name) => sign(ends[name])),
        [...new Set(Object.values(ends).map(codeOf))].filter(Boolean).join(', '),
      ])
      process.stdout.write(
        `\n${[...[head, ...body].map(align), ...statements].join('\n')}\n${legend}\n\nNothing to attack here:\n${notApplicable.map(explain).join('\n')}\n`,
      )
    },
  }
}

const legend =
  'A number is the HTTP status; "no" is a refusal within the process; "ok" made or changed a draft, did nothing, or told what the actor may know. What a stranger sees was the same before and after each.'

const explain = ([row, reason, shownBy]: (typeof notApplicable)[number]) =>
  `${row.padEnd(26)} ${reason} (${shownBy})`

const widths = [16, 12, 48, ...actorNames.map(() => 6)]

const align = (cells: string[]) =>
  cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' ')

const sign = (end: Outcome | undefined): string => {
  if (!end) return '-'
  if (end.is === 'thrown') return 'no'
  if (end.is === 'done' || end.status < 400) return 'ok'
  return String(end.status)
}

const codeOf = (end: Outcome): string | undefined =>
  end.is === 'done' || (end.is === 'answered' && end.status < 400) ? undefined : end.code
