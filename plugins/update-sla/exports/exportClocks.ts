import { capital } from '#domain/text/capital.ts'
import { citation } from '#domain/text/citation.ts'
import { obligationLabel } from '../screens/obligationLabel.ts'
import { clockTitle } from '../screens/clockTitle.ts'
import { clockFilterOf } from '../screens/clockFilter.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { Query } from '#kit/admin/query.ts'
import { readClocks } from '../screens/readClocks.ts'
import type { ExportTable } from './exportTable.ts'
import { MOST_ROWS } from './exportTable.ts'
import { clockWords } from '../components/clockWords.ts'
import { exportWords } from './exportWords.ts'

/** The clocks a list shows, all pages of it. */
export const exportClocks = async (screen: Screen, query: Query): Promise<ExportTable> => {
  const { req, words, now, owners, versions, language } = screen
  const clockTexts = clockWords(language)
  const heads = exportWords(language)
  const { clocks } = await readClocks(req, {
    filter: clockFilterOf(query),
    now,
    limit: MOST_ROWS + 1,
  })
  return {
    title: heads.exportClocks,
    heads: [
      words.task,
      words.obligation,
      heads.columnClause,
      heads.columnLaw,
      words.owner,
      words.state,
      heads.columnEvent,
      heads.columnNoticed,
      words.due,
      heads.columnExtensions,
      heads.columnEndedAt,
      heads.columnEndedBy,
    ],
    rows: clocks.map((clock) => {
      const clause = versions.get(clock.obligation, clock.version)?.clause
      return [
        clockTitle(screen, clock),
        obligationLabel(screen, clock),
        clause ?? null,
        clause ? capital(citation(clause, language)) : null,
        owners.get(clock.owner)?.name ?? clock.owner,
        clockTexts[`clockState_${stateOf(clock, now)}`],
        clock.eventAt,
        clock.noticedAt,
        clock.dueAt,
        clock.extensions,
        clock.endedAt,
        clock.endedBy,
      ]
    }),
  }
}

const stateOf = (
  clock: { endedAt: Date | null; pausedAt: Date | null; dueAt: Date },
  now: Date,
) => {
  if (clock.endedAt) return clock.endedAt > clock.dueAt ? 'endedLate' : 'ended'
  if (clock.pausedAt) return 'paused'
  return clock.dueAt < now ? 'late' : 'open'
}
