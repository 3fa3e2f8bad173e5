import path from 'node:path'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** Files of half a minute and more, most of which wait: begun last, one of them would keep a run waiting for it alone. */
const longest = [
  'integration/server/kill.test.ts',
  'integration/dispatch/registry/connectionTest.test.ts',
  'integration/release-log/kill.test.ts',
  'integration/editorial-board/attacks/attacks.test.ts',
  'integration/dispatch/faults/broker.test.ts',
  'integration/dispatch/drivers/player.test.ts',
  'integration/server/killedWorker.test.ts',
  'integration/cross-posting/faultRun.test.ts',
  'integration/editorial-board/noticeClock.test.ts',
  'integration/update-sla/year/year.test.ts',
  'integration/release-log/start.test.ts',
  'integration/dispatch/faults/processes.test.ts',
  'integration/editorial-board/races.test.ts',
  'e2e/main-job.test.ts',
  'e2e/storm.test.ts',
  'e2e/sla.test.ts',
  'e2e/cross-posting.test.ts',
  'e2e/devices.test.ts',
]

/** Begins with the files that take longest; the others follow as vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ordered = await super.sort(files)
    return ordered.sort((a, b) => rankOf(a) - rankOf(b))
  }
}

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = longest.indexOf(path.posix.relative(folder, moduleId))
  return rank === -1 ? longest.length : rank
}

const folder = path.resolve(import.meta.dirname, '..')
