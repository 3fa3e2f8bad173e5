import { createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installationKey } from '#kit/signingKey.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { morning } from './property/commands.ts'
import { demandInvariants } from './property/invariants.ts'
import { openWorld } from './property/openWorld.ts'
import type { World } from './property/openWorld.ts'
import { playMorning } from './property/playMorning.ts'
import type { Tally } from './property/playMorning.ts'

/** The same mornings every time; `MORNINGS_SEED` and `MORNINGS` play others, and more of them. */
const MORNINGS = Number(process.env.MORNINGS ?? 16)
const SEED = Number(process.env.MORNINGS_SEED ?? 2026)

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.stop())

test(`after any of ${MORNINGS} random mornings the public sees the last release, decided rightly and provably`, async () => {
  const { privateKey } = await installationKey(readRuntimeEnv(process.env))
  const key = createPublicKey(privateKey)
  const tally: Tally = {}
  await fc.assert(
    fc.asyncProperty(morning, async (commands) => {
      const papers = await playMorning(world, commands, tally)
      await demandInvariants(
        world.owner,
        key,
        papers.map((paper) => paper.id),
      )
    }),
    { numRuns: MORNINGS, seed: SEED, endOnFailure: true },
  )
  process.stdout.write(`  what happened in ${MORNINGS} mornings: ${JSON.stringify(tally)}\n`)
  for (const what of ['submitted', 'released', 'decided', 'tick released', 'mandate', 'refused'])
    expect(tally[what], what).toBeGreaterThan(0)
}, 240_000)
