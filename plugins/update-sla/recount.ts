import type { ClientBase } from 'pg'
import { readDifferences } from './clocks/readSources.ts'
import type { SourceRow } from './clocks/readSources.ts'
import { syncClocks } from './clocks/syncClocks.ts'
import type { TickState } from './clocks/tickState.ts'
import { readWrongDues } from './clocks/readWrongDues.ts'
import { readWrongVerdicts } from './windows/readWrongVerdicts.ts'
import type { WrongVerdict } from './windows/readWrongVerdicts.ts'

/** What a full pass found to differ from what was counted step by step. All zero, unless rows were written past the tick. */
export type Recount = {
  /** Clocks that said something else than their source, or were missing; put right. */
  clocks: number
  /** Open clocks whose due time was not what calendar and obligation give; put right. */
  dues: number
  /** Verdicts that the log does not bear out; told, never changed. */
  verdicts: readonly WrongVerdict[]
}

/**
 * Evaluates everything from the beginning: every clock against its source and the calendar, every verdict against the log.
 * Run within a transaction that holds `sla.progress`.
 */
export const recount = async (client: ClientBase, state: TickState): Promise<Recount> => {
  await client.query(`set local work_mem = '64MB'`) // hashed and sorted in memory
  const differences = await readDifferences(client)
  await syncClocks(client, differences, state)
  const wrong: SourceRow[] = await readWrongDues(client, state)
  await syncClocks(client, wrong, state)
  return {
    clocks: differences.length,
    dues: wrong.length,
    verdicts: await readWrongVerdicts(client, state),
  }
}
