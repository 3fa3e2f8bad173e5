import { fill } from '#domain/text/fill.ts'
import { obligationLabel } from './obligationLabel.ts'
import type { Screen } from './openScreen.ts'
import type { ClockRow } from './readClocks.ts'

/** What a clock is about; of a period, what is owed for it: "Báo cáo công tác dân tộc, năm 2026". */
export const clockTitle = (
  screen: Screen,
  clock: Pick<ClockRow, 'title' | 'obligation' | 'version' | 'collection' | 'docId'>,
): string => {
  if (clock.title !== '' && clock.collection !== 'period') return clock.title
  const label = obligationLabel(screen, clock)
  if (clock.collection !== 'period') return label
  const { words } = screen
  const year = clock.docId > 9999 ? Math.floor(clock.docId / 100) : clock.docId
  const period =
    clock.docId > 9999
      ? fill(words.periodMonth, { month: clock.docId % 100, year })
      : fill(words.periodYear, { year })
  return `${label}, ${period}`
}
