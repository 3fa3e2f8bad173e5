import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Driver, Outgoing, Target } from '#plugins/dispatch/drivers/driver.ts'
import { snapshotOf } from '#tests/unit/dispatch/snapshotOf.ts'

/** A driver with a device behind it that does as it is told. */
export type Bench = {
  driver: Driver
  target: Target
  /** What came in so far. */
  arrived: () => string[]
  /** How the device behaves from now on; `redirect` leads to where `strayed` counts. */
  behave: (how: 'accept' | 'refuse' | 'hang' | 'redirect') => void | Promise<void>
  /** Requests that came in where a redirect leads. */
  strayed?: () => number
  /** Whether it has a device that can say no; what fetches for itself has not. */
  pushes: boolean
  /** The dispatch's text in what came in; undefined where the protocol carries none. */
  textIn?: (arrived: string) => string
  /** What of it does not change when it is sent again. */
  stable?: (arrived: string) => string
  stop: () => Promise<void>
}

const DEADLINE_MS = 400
const PATIENCE_MS = 10_000

/** What every driver must hold to; a new one calls this with its bench. */
export const conformDriver = (name: string, open: () => Promise<Bench>): void => {
  describe(`the driver ${name}`, () => {
    let bench: Bench
    beforeAll(async () => {
      bench = await open()
    })
    afterAll(async () => {
      await bench?.driver.stop()
      await bench?.stop()
    })
    const hand = (outgoing: Outgoing, ms = PATIENCE_MS) =>
      bench.driver.hand(bench.target, outgoing, AbortSignal.timeout(ms))
    const given = async (outgoing: Outgoing): Promise<string[]> => {
      await bench.behave('accept')
      const before = bench.arrived().length
      expect(await hand(outgoing)).toBe(bench.pushes ? 'accepted' : 'waiting')
      if (bench.pushes) await expect.poll(() => bench.arrived().length).toBeGreaterThan(before)
      return bench.arrived().slice(before)
    }

    test('is the driver of its channel', () => {
      expect(bench.driver.channel).toBe(name)
      expect(typeof bench.driver.hasReceipts).toBe('boolean')
    })

    test('hands a message over, the same when it is sent again', async () => {
      const outgoing = outgoingOf()
      const [first = ''] = await given(outgoing)
      const [second = ''] = await given(outgoing)
      const stable = bench.stable ?? ((text: string) => text)
      expect(stable(second)).toBe(stable(first))
    })

    test('carries five thousand characters, as they were written', async () => {
      const text = 'Đề phòng lũ quét, sạt lở đất: ế ự ỗ ẵ 😀 "&<>\\ '.repeat(110).normalize('NFC')
      expect(text.length).toBeGreaterThan(5000)
      const [arrived = ''] = await given(outgoingOf({ text, spokenText: text }))
      if (bench.textIn) expect(bench.textIn(arrived)).toBe(text.trim())
    })

    test('does not hand over what has expired', async () => {
      await bench.behave('accept')
      const before = bench.arrived().length
      const over = outgoingOf({ expiresAt: new Date(Date.now() - 1000).toISOString() })
      await expect(hand(over)).rejects.toThrow('expired')
      expect(bench.arrived()).toHaveLength(before)
    })

    test('says why a device did not take it', async () => {
      if (!bench.pushes) return
      await bench.behave('refuse')
      await expect(hand(outgoingOf())).rejects.toThrow(/\w{3}/)
    })

    test('gives up at its deadline, whatever the device does', async () => {
      if (!bench.pushes) return
      await bench.behave('hang')
      await expect(hand(outgoingOf(), DEADLINE_MS)).rejects.toThrow()
      await bench.behave('accept')
    })

    test('follows no redirect', async () => {
      if (!bench.strayed) return
      await bench.behave('redirect')
      await expect(hand(outgoingOf())).rejects.toThrow('302')
      expect(bench.strayed()).toBe(0)
    })

    test('ends when it is stopped', async () => {
      await bench.driver.stop()
    })
  })
}

const outgoingOf = (more: Parameters<typeof snapshotOf>[0] = {}): Outgoing => {
  const dispatchId = randomUUID()
  const snapshot = snapshotOf({
    issuedAt: new Date().toISOString(),
    effectiveAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    text: 'Gió mạnh cấp 9',
    media: [
      {
        role: 'audio',
        url: 'http://127.0.0.1/a.mp3',
        sha256: 'ab',
        mimeType: 'audio/mpeg',
        bytes: 9,
      },
    ],
    ...more,
  })
  return {
    dispatchId,
    number: 7,
    snapshot: JSON.stringify(snapshot),
    expiresAt: snapshot.expiresAt ? new Date(snapshot.expiresAt) : null,
    message: {
      id: dispatchId,
      timestamp: 1_796_086_800,
      signature: 'v1a,c2ln',
      body: JSON.stringify({ v: 1, id: dispatchId, number: 7, ...snapshot }),
    },
  }
}
