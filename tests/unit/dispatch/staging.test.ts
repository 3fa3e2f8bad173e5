import { expect, test } from 'vitest'
import { createClock } from '../../../src/examples/device/createClock.ts'
import { createStaging } from '../../../src/examples/device/createStaging.ts'
import type { Memory } from '../../../src/examples/device/memory.ts'
import type { Command } from '../../../src/examples/device/protocol.ts'

const command = (priority: Command['priority']): Command => ({
  v: 1,
  id: priority,
  number: 1,
  chain: 'bulletin/ha-noi/1',
  kind: 'alert',
  priority,
  issuer: 'Phường Thử',
  effectiveAt: '2026-11-24T01:00:00Z',
  expiresAt: null,
  audience: { areas: [], groups: [], devices: ['a'] },
  title: 'Bão gần bờ',
  text: 'Ở trong nhà.',
  spokenText: null,
  media: [
    {
      role: 'audio',
      url: 'http://x.invalid/a',
      sha256: 'a'.repeat(64),
      mimeType: 'audio/mpeg',
      bytes: 1,
    },
  ],
})

const stateAfterStaging = async (one: Command) => {
  const memory = {
    items: { [one.id]: { command: one, state: 'staging', heard: 0, receipts: [] } },
    chains: {},
    unsent: [],
  } as unknown as Memory // only what staging looks at
  const staging = createStaging({
    memory,
    clock: createClock(),
    stage: () => new Promise<void>(() => undefined),
    log: () => undefined,
    save: () => Promise.resolve(),
    onStaged: () => undefined,
    patienceMs: 20,
  })
  await Promise.race([
    staging.stage(one),
    new Promise((resolve) => {
      setTimeout(resolve, 500)
    }),
  ])
  return memory.items[one.id]?.state
}

test('an alarm whose files hang is read out; a normal item waits for its files', async () => {
  expect(await stateAfterStaging(command('emergency'))).toBe('waiting')
  expect(await stateAfterStaging(command('normal'))).toBe('staging')
})
