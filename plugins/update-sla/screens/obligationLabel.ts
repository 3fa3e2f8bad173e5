import type { Screen } from './openScreen.ts'
import type { ClockRow } from './readClocks.ts'

/** What a clock's obligation is called; its code where its version is gone. */
export const obligationLabel = (
  { versions, language }: Screen,
  clock: Pick<ClockRow, 'obligation' | 'version'>,
): string => versions.get(clock.obligation, clock.version)?.label[language] ?? clock.obligation
