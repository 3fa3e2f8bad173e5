import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { IncidentRow } from '../../incidents/readIncidents.ts'
import type { AlertScreenWords } from './alertScreenWords.ts'

/** Who has it in hand, and whether it is silenced. */
export const handledTexts = (
  row: IncidentRow,
  words: AlertScreenWords,
  language: string,
): string[] => [
  ...(row.acknowledgedAt
    ? [
        fill(words.acknowledgedBy, {
          by: row.acknowledgedBy ?? '',
          at: momentText(row.acknowledgedAt.toISOString(), language),
        }),
      ]
    : []),
  ...(row.mutedBy?.startsWith('silence:') ? [words.silenced] : []),
]

/** How many were told. */
export const toldText = (row: IncidentRow, words: AlertScreenWords): string =>
  row.told > 0 ? fill(words.people, { n: row.told }) : words.nobody
