import { expect, test } from 'vitest'
import { nextHintAt } from '#plugins/cross-posting/webhooks/nextHintAt.ts'

const since = new Date('2026-11-24T00:00:00Z')
const at = (failures: number, random: number, hours = 0) =>
  nextHintAt({
    failures,
    failingSince: since,
    giveUpHours: 72,
    now: new Date(since.getTime() + hours * 3_600_000),
    random,
  })

test('the bound doubles from five seconds to twelve hours', () => {
  const bounds = [1, 2, 3, 10, 14, 15, 40].map(
    (failures) => ((at(failures, 1)?.getTime() ?? 0) - since.getTime() - 1000) / 1000,
  )
  expect(bounds).toEqual([5, 10, 20, 2560, 40_960, 43_200, 43_200])
})

test('a turn lies anywhere below the bound, never sooner than a second', () => {
  expect(at(10, 0)?.getTime()).toBe(since.getTime() + 1000)
  expect(at(10, 0.5)?.getTime()).toBe(since.getTime() + 1000 + 1_280_000)
})

test('an endpoint is given up after the hours of the setting', () => {
  expect(at(30, 0, 71.9)).not.toBeNull()
  expect(at(30, 0, 72)).toBeNull()
})
